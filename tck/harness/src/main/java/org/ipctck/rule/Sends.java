package org.ipctck.rule;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.MessageId;
import org.ipctck.history.Operations;
import org.ipctck.scenario.ChannelPlan;
import org.ipctck.scenario.End;

/**
 * Every message that was sent, numbered densely: channel by channel, sender by sender, in the order
 * of sending. Arrays instead of hash tables, since most of a rule's time would go into the latter.
 */
final class Sends {
  final History history;
  final Operations operations;

  /** For each end the index of its channel in the scenario. */
  final int[] channelOf;

  /** Rows that open or close an end. */
  final Rows lifecycle = new Rows();

  /** Messages that were received on another channel than their own. */
  final BitSet astray = new BitSet();

  /** For each end whether it has any row. */
  final boolean[] acted;

  private final int[][] senders = new int[256][];
  private final int[] base;
  private final int[] count;
  private final int[] rows;
  private final int[] from;

  Sends(History history) {
    this.history = history;
    this.operations = history.operations();
    List<End> ends = history.scenario().ends();
    channelOf = new int[ends.size()];
    acted = new boolean[ends.size()];
    count = new int[ends.size()];
    base = new int[ends.size()];
    from = new int[history.scenario().channels().size() + 1];
    place(ends, history.scenario().channels());
    count();
    rows = new int[number()];
    fill();
  }

  private void place(List<End> ends, List<ChannelPlan> channels) {
    for (int channel = 0; channel < channels.size(); channel++) {
      ChannelPlan plan = channels.get(channel);
      int[] numbered = new int[0];
      for (int end = 0; end < ends.size(); end++) {
        if (ends.get(end).channel().equals(plan.name())) {
          channelOf[end] = channel;
          numbered = ends.get(end).side() == End.Side.SENDER ? with(numbered, ends, end) : numbered;
        }
      }
      senders[plan.number()] = numbered;
    }
  }

  private static int[] with(int[] numbered, List<End> ends, int end) {
    int number = ends.get(end).number();
    int size = numbered.length;
    int[] longer = size > number ? numbered : Arrays.copyOf(numbered, number + 1);
    for (int place = size; place < longer.length; place++) {
      longer[place] = -1;
    }
    longer[number] = end;
    return longer;
  }

  private void count() {
    int size = operations.size();
    for (int row = 0; row < size; row++) {
      Kind kind = operations.kind(row);
      int end = operations.end(row);
      acted[end] = true;
      if (kind == Kind.SEND) {
        long sequence = MessageId.sequence(operations.message(row));
        if (sequence >= count[end] && sequence < size) {
          count[end] = (int) sequence + 1;
        }
      } else if (kind != Kind.RECEIVE) {
        lifecycle.add(row);
      }
    }
  }

  private int number() {
    int next = 0;
    for (int channel = 0; channel + 1 < from.length; channel++) {
      from[channel] = next;
      for (int end = 0; end < base.length; end++) {
        if (channelOf[end] == channel) {
          base[end] = next;
          next += count[end];
        }
      }
    }
    from[from.length - 1] = next;
    return next;
  }

  private void fill() {
    Arrays.fill(rows, -1);
    for (int row = 0; row < operations.size(); row++) {
      if (operations.kind(row) == Kind.SEND) {
        int end = operations.end(row);
        long sequence = MessageId.sequence(operations.message(row));
        if (sequence < count[end]) {
          rows[base[end] + (int) sequence] = row;
        }
      }
    }
  }

  /** The first message of a channel; those up to the first of the next channel are its own. */
  int from(int channel) {
    return from[channel];
  }

  /** The first message of a sending end. */
  int first(int end) {
    return base[end];
  }

  /** How many messages a sending end has; the last may have no row. */
  int count(int end) {
    return count[end];
  }

  /** The row that sent a message, -1 where a number was left out. */
  int row(int message) {
    return rows[message];
  }

  /** The message of this id, -1 when nobody sent one. */
  int message(long id) {
    int[] numbered = id == MessageId.NONE ? null : senders[MessageId.channel(id)];
    int sender = MessageId.sender(id);
    if (numbered == null || sender >= numbered.length || numbered[sender] < 0) {
      return -1;
    }
    int end = numbered[sender];
    long sequence = MessageId.sequence(id);
    if (sequence >= count[end]) {
      return -1;
    }
    int message = base[end] + (int) sequence;
    return rows[message] < 0 ? -1 : message;
  }
}
