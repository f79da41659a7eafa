package org.ipctck.rule;

import java.util.function.IntConsumer;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Promise;

/** Senders of a channel that go on, and of whose messages none comes any more. */
record Unserved(Delivery delivery, Presence presence, long failed) {

  /** Names the first message of each. */
  void judge(IntConsumer unserved) {
    var profile = delivery.sends.history.profile();
    boolean keeps = profile.is(Promise.OVERFLOW, "block") || profile.is(Promise.OVERFLOW, "refuse");
    boolean each = profile.is(Promise.SHARING, "broadcast");
    boolean blurred = delivery.damaged() || delivery.hiding.size() > 0;
    boolean hurt = !delivery.receivers.stream().allMatch(presence::unhurt);
    if (!keeps || each || blurred || hurt) {
      return;
    }
    for (int end : delivery.senders()) {
      if (presence.unhurt(end)) {
        judge(end, unserved);
      }
    }
  }

  private void judge(int end, IntConsumer unserved) {
    Operations operations = delivery.operations;
    int first = -1;
    long last = Long.MIN_VALUE;
    for (int i = 0; i < delivery.sends.count(end); i++) {
      int message = delivery.first(end) + i;
      int send = delivery.send(message);
      if (send < 0 || operations.begin(send) <= failed) {
        continue;
      }
      if (delivery.receive(message) >= 0) {
        return;
      }
      if (operations.outcome(send) == Outcome.ACCEPTED) {
        first = first < 0 ? send : first;
        last = Math.max(last, operations.finish(send));
      }
    }
    if (first >= 0 && waitedFor(last)) {
      unserved.accept(first);
    }
  }

  /** Whether somebody waited for a second after the last send, and nothing was there. */
  private boolean waitedFor(long sent) {
    Operations operations = delivery.operations;
    for (int place = 0; place < delivery.others.size(); place++) {
      int row = delivery.others.get(place);
      long finish = operations.finish(row);
      long waited = finish - Math.max(operations.begin(row), sent);
      if (operations.outcome(row) == Outcome.NOTHING
          && waited > Stamps.must(delivery.sends.history)
          && delivery.receivers.stream().allMatch(end -> lasts(end, sent, finish))) {
        return true;
      }
    }
    return false;
  }

  /** Receivers that closed meanwhile, or were not there yet, may have taken it with them. */
  private boolean lasts(int end, long from, long until) {
    return presence.lasts(end, from, until);
  }
}
