package org.ipctck.suite.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ipctck.fault.Fault;
import org.ipctck.fault.Trigger;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Promise;

/**
 * Writes a draft of traffic as a scenario that ends with a drain.
 *
 * <p>The receivers take all but the last message; the last is taken after every send has returned,
 * so that whoever misses a message has asked for it after that, and whoever misses none has waited
 * for nothing. Only then do the senders close, and the receivers go on to the end.
 */
final class TrafficScript {
  /** Longer than nothing must have come before it counts as empty, on a host at half its best. */
  private static final int QUIET_MS = 120;

  /** A message that is on its way comes sooner; one that was lost is waited for so long. */
  private static final int LOST_MS = 1_000;

  private final Terms terms;
  private final Traffic.Manner manner;
  private final Draft draft;
  private final int senders;
  private final int receivers;
  private final int total;
  private final Script script;

  TrafficScript(Terms terms, Traffic.Manner manner, Draft draft) {
    this.terms = terms;
    this.manner = manner;
    this.draft = draft;
    senders = draft.sizes().size();
    total = draft.sizes().stream().mapToInt(List::size).sum();
    receivers = Math.min(draft.receivers(), total);
    script = new Script(terms, "", draft.seed());
    if (draft.stop() == 0) {
      script.mostlyTogether();
    }
  }

  Scenario write(String name) {
    List<List<Integer>> sizes = draft.sizes().stream().map(this::playable).toList();
    int largest = sizes.stream().flatMap(List::stream).mapToInt(Integer::intValue).max().orElse(0);
    int most = terms.size(Math.max(largest, 64));
    script.channel("c", capacity(most), most);
    IntStream.range(0, receivers).forEach(i -> script.receiver(receiver(i), "r", "c"));
    IntStream.range(0, senders).forEach(i -> script.sender(sender(i), "s" + i % 2, "c"));
    for (int i = 0; i < senders; i++) {
      send(i, sizes.get(i));
    }
    IntStream.range(0, receivers).forEach(this::take);
    IntStream.range(0, senders).forEach(this::close);
    IntStream.range(0, receivers).forEach(this::finish);
    stop();
    return script.named(name).build();
  }

  private int capacity(int most) {
    return draft.capacity() == 0 ? 0 : terms.capacity(draft.capacity(), most);
  }

  /** Where there is room, the last message may lie there until everything was sent. */
  private boolean holdsLast() {
    return capacity(1) > 0;
  }

  /** Messages too short for an id are told apart by their place, which takes one of each side. */
  private List<Integer> playable(List<Integer> sizes) {
    int least = senders == 1 && receivers == 1 ? 0 : Sizes.SHORTEST_WITH_ID;
    return sizes.stream().map(size -> terms.size(Math.max(size, least))).toList();
  }

  private void send(int i, List<Integer> sizes) {
    boolean scribble = manner == Traffic.Manner.SCRIBBLING;
    script.step(
        sender(i),
        "send",
        new Action.Send(sizes, Action.FOREVER, draft.sendPause(), false, scribble),
        manner == Traffic.Manner.WAITING ? Gate.blocked(receiver(0) + "." + waits()) : Gate.open());
  }

  /** The step in which the first receiver waits before anything was sent. */
  private String waits() {
    return terms.lossless() ? "take" : "first";
  }

  private void take(int i) {
    if (manner == Traffic.Manner.CLOSING_AT_ONCE) {
      return;
    }
    if (!terms.lossless()) {
      if (manner == Traffic.Manner.WAITING && i == 0) {
        script.step(
            receiver(i), "first", new Action.Receive(1, Action.FOREVER, 0, true), Gate.open());
      }
      receive(i, "take", total, 20, Gate.open());
      receive(i, "rest", total, quiet(), sent());
      return;
    }
    int share = share(i);
    int last = holdsLast() && share > 1 ? 1 : 0;
    receive(i, "take", share - last, LOST_MS, Gate.open());
    if (last > 0) {
      receive(i, "last", last, LOST_MS, i == 0 ? sent() : Gate.open());
    }
  }

  private int quiet() {
    return terms.has(Promise.EMPTINESS, "exact") ? 1 : QUIET_MS;
  }

  private int share(int i) {
    boolean all = receivers == 1 || terms.has(Promise.SHARING, "broadcast");
    return all ? total : total / receivers + (i < total % receivers ? 1 : 0);
  }

  private void receive(int i, String word, int count, int timeoutMs, Gate gate) {
    boolean polls = manner == Traffic.Manner.POLLING && word.equals("take") && terms.lossless();
    int pause = polls ? Math.max(draft.receivePause(), 100) : draft.receivePause();
    boolean waits = manner == Traffic.Manner.WAITING && timeoutMs == LOST_MS;
    // Who gives up in the end lets the others wait as long, one message after another.
    int timeout = polls ? 0 : waits ? Action.FOREVER : timeoutMs;
    boolean grabs = manner == Traffic.Manner.GRABBING;
    script.step(receiver(i), word, new Action.Receive(count, timeout, pause, !polls, grabs), gate);
  }

  private Gate sent() {
    return all(senders, TrafficScript::sender, "send");
  }

  private void close(int i) {
    if (manner == Traffic.Manner.CLOSING_AT_ONCE) {
      script.close(sender(i), Gate.open());
      return;
    }
    script.close(sender(i), taken());
  }

  private Gate taken() {
    String word = !terms.lossless() ? "rest" : hasLast() ? "last" : "take";
    return all(receivers, TrafficScript::receiver, word);
  }

  private boolean hasLast() {
    return holdsLast() && IntStream.range(0, receivers).allMatch(i -> share(i) > 1);
  }

  /** Everything that is left, and the end; not before the others have their share. */
  private void finish(int i) {
    int patience = terms.has(Promise.END, "reported") ? Script.PATIENCE_MS : QUIET_MS;
    script.step(
        receiver(i),
        "end",
        new Action.Receive(total + 1, patience, draft.receivePause(), true),
        manner == Traffic.Manner.CLOSING_AT_ONCE ? Gate.open() : taken());
    script.close(receiver(i), Gate.open());
  }

  private void stop() {
    if (draft.stop() > 0) {
      int n = Math.min(draft.stop(), draft.sizes().getFirst().size());
      String end = draft.seed() % 2 == 0 ? sender(0) : receiver(0);
      script.fault(
          "standstill",
          Fault.Kind.SIGSTOP,
          end,
          new Trigger.Operation(sender(0) + ".send", n, true),
          10);
    }
  }

  private static Gate all(int count, java.util.function.IntFunction<String> end, String word) {
    List<String> ids = new ArrayList<>();
    IntStream.range(0, count).forEach(i -> ids.add(end.apply(i) + "." + word));
    return new Gate.After(ids, Gate.Moment.DONE);
  }

  private static String sender(int i) {
    return "sender-" + (i + 1);
  }

  private static String receiver(int i) {
    return "receiver-" + (i + 1);
  }
}
