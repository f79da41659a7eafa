package org.ipctck.suite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.ipctck.history.FaultRecord;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operation;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.ChannelPlan;
import org.ipctck.spi.Reason;
import org.ipctck.suite.Trial.Condition;

/** What has to be seen in a history before a try has shown anything. */
public final class Seen {
  /** Sends of microseconds hardly ever overlap on few processors; senders by turns come close. */
  private static final int TURNS = 4;

  private Seen() {}

  private static Condition any(Predicate<History> seen, String missing) {
    return history -> seen.test(history) ? "" : missing;
  }

  private static boolean has(History history, Predicate<Operation> operation) {
    return history.operations().rows().anyMatch(operation);
  }

  /** A message came. */
  public static Condition message() {
    return any(
        history -> has(history, row -> row.outcome() == Outcome.MESSAGE),
        "no message was received");
  }

  /** What the processes hold was counted twice. */
  public static Condition censuses() {
    return any(
        history ->
            history.censuses().stream().mapToInt(census -> census.round()).distinct().count() > 1
                && history.censuses().getLast().round() == history.scenario().rounds(),
        "what the processes hold was not counted twice, the second time after the last round");
  }

  /** One end received a message that was shorter than one that it had before. */
  public static Condition shorterAfterLonger() {
    return any(
        history -> {
          Map<Integer, Integer> longest = new HashMap<>();
          return history
              .operations()
              .rows()
              .filter(row -> row.outcome() == Outcome.MESSAGE)
              .anyMatch(row -> longest.merge(row.end(), row.bytes(), Math::max) > row.bytes());
        },
        "nobody received a message that was shorter than one before");
  }

  /** Every send was accepted. */
  public static Condition everythingAccepted() {
    return history ->
        history
            .operations()
            .rows()
            .filter(row -> row.kind() == Kind.SEND && row.outcome() != Outcome.ACCEPTED)
            .findFirst()
            .map(row -> "a message of " + row.bytes() + " bytes was not accepted: " + row.reason())
            .orElse("");
  }

  /** Two senders of one channel were at it at the same time, or again and again by turns. */
  public static Condition overlappingSends() {
    return any(Seen::overlap, "no two sends of one channel overlapped");
  }

  private static boolean overlap(History history) {
    for (ChannelPlan channel : history.scenario().channels()) {
      List<Operation> sends = new ArrayList<>();
      history
          .operations()
          .rows()
          .filter(row -> row.kind() == Kind.SEND)
          .filter(row -> channelOf(history, row).equals(channel.name()))
          .sorted(Comparator.comparingLong(Operation::begin))
          .forEach(sends::add);
      int turns = 0;
      for (int i = 1; i < sends.size(); i++) {
        Operation before = sends.get(i - 1);
        Operation after = sends.get(i);
        if (before.end() != after.end()) {
          turns++;
          if (turns > TURNS || before.finish() > after.begin()) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static String channelOf(History history, Operation row) {
    return history.scenario().ends().get(row.end()).channel();
  }

  /** A send found the channel full, or waited there, or its message took the place of another. */
  public static Condition full() {
    return any(
        history ->
            has(
                    history,
                    row ->
                        row.kind() == Kind.SEND
                            && (row.reason() == Reason.FULL || row.reason() == Reason.TIMEOUT))
                || has(history, row -> row.outcome() == Outcome.LOST)
                || history.dropped().values().stream().anyMatch(count -> count > 0),
        "the channel was never full");
  }

  /** A receiver was told of a gap, and received what came behind it. */
  public static Condition overrun() {
    return any(
        history -> {
          Set<Integer> told = new HashSet<>();
          history
              .operations()
              .rows()
              .filter(row -> row.outcome() == Outcome.LOST)
              .forEach(row -> told.add(row.end()));
          return has(history, row -> row.outcome() == Outcome.MESSAGE && told.contains(row.end()))
              || history.dropped().values().stream().anyMatch(count -> count > 0);
        },
        "no receiver was overrun");
  }

  /** Nothing was dropped, so that what is missing was lost. */
  public static Condition nothingDropped() {
    return any(
        history -> history.dropped().values().stream().allMatch(count -> count == 0),
        "messages were dropped at the limit");
  }

  /** An operation of this kind was under way when a fault struck. */
  public static Condition underWay(Kind kind) {
    return any(
        history ->
            history.faults().stream()
                .filter(FaultRecord::landed)
                .anyMatch(fault -> has(history, row -> row.kind() == kind && spans(row, fault))),
        "no " + kind.name().toLowerCase(java.util.Locale.ROOT) + " was under way at the fault");
  }

  /** Nobody was still waiting when the try was over, or had to give up by itself. */
  public static Condition nobodyWaiting(Kind kind) {
    return any(
        history -> !has(history, row -> row.kind() == kind && unreleased(row)),
        "an operation was not released, and not watched for long enough");
  }

  private static boolean unreleased(Operation row) {
    return row.outcome() == Outcome.NOTHING
        || row.outcome() == Outcome.PENDING
        || row.reason() == Reason.TIMEOUT;
  }

  private static boolean spans(Operation row, FaultRecord fault) {
    return row.begin() < fault.begun() && row.finish() > fault.begun();
  }

  /** A send was cut off in the middle. */
  public static Condition cutSend() {
    return any(
        history -> has(history, row -> row.kind() == Kind.SEND && row.outcome() == Outcome.PENDING),
        "no send was cut off");
  }

  /** A message was accepted before a fault struck and not yet received. */
  public static Condition leftBehind() {
    return any(Seen::orphaned, "no message was left behind");
  }

  private static boolean orphaned(History history) {
    long struck =
        history.faults().stream()
            .filter(FaultRecord::landed)
            .mapToLong(FaultRecord::begun)
            .min()
            .orElse(Long.MIN_VALUE);
    long accepted = count(history, row -> row.outcome() == Outcome.ACCEPTED, struck);
    long received = count(history, row -> row.outcome() == Outcome.MESSAGE, struck);
    return accepted > received;
  }

  private static long count(History history, Predicate<Operation> which, long until) {
    return history.operations().rows().filter(which).filter(row -> row.finish() < until).count();
  }

  /** A send was cut short by an interruption. */
  public static Condition interruptedSend() {
    return any(
        history ->
            has(
                history,
                row ->
                    row.kind() == Kind.SEND
                        && (row.outcome() == Outcome.INTERRUPTED
                            || row.reason() == Reason.INTERRUPTED)),
        "no send was interrupted while it waited");
  }

  /** A receive was under way before the send began that brought its message. */
  public static Condition waitingReceive() {
    return any(
        history -> {
          Map<Long, Long> begun = new HashMap<>();
          history
              .operations()
              .rows()
              .filter(row -> row.kind() == Kind.SEND)
              .forEach(row -> begun.put(row.message(), row.begin()));
          return has(
              history,
              row ->
                  row.outcome() == Outcome.MESSAGE
                      && row.begin() < begun.getOrDefault(row.message(), Long.MIN_VALUE));
        },
        "no receive waited for a message");
  }

  /** An end that was opened after the last fault received a message. */
  public static Condition messageAfterFaults() {
    return any(
        history -> {
          long struck =
              history.faults().stream()
                  .filter(FaultRecord::landed)
                  .mapToLong(FaultRecord::begun)
                  .max()
                  .orElse(Long.MAX_VALUE);
          Set<Integer> later = new HashSet<>();
          history
              .operations()
              .rows()
              .filter(row -> row.kind() == Kind.OPEN && row.begin() > struck)
              .forEach(row -> later.add(row.end()));
          return has(history, row -> row.outcome() == Outcome.MESSAGE && later.contains(row.end()));
        },
        "nobody received a message after the crash");
  }
}
