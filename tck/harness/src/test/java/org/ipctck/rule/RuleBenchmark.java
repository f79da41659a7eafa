package org.ipctck.rule;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ipctck.history.Content;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.MessageId;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Capacity;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;

/** Prints what each rule takes over a million operations and over ten, as a Markdown table. */
public final class RuleBenchmark {
  private static final int ENDS = 8;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int WARM_UPS = 10;

  private RuleBenchmark() {}

  /** Runs; the counts of operations may be given instead of a million and ten. */
  public static void main(String[] arguments) {
    int[] sizes =
        arguments.length == 0
            ? new int[] {1_000_000, 10_000_000}
            : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
    Map<String, Rule> rules = new LinkedHashMap<>();
    rules.put("Matching", new Matching());
    rules.put("PerSenderOrder", new PerSenderOrder());
    rules.put("Queue", new Queue());
    rules.put("Loss", new Loss());
    rules.put("EndOfChannel", new EndOfChannel());
    rules.put("Occupancy", new Occupancy());
    rules.put("Rendezvous", new Rendezvous());
    rules.put("Released", new Released());
    System.out.println(
        "| rule | operations | median | least | greatest | median of processor time |\n|---|---|---|---|---|---|");
    for (int size : sizes) {
      History queue = history(size, false);
      History meetings = history(size, true);
      rules.forEach(
          (name, rule) -> measure(name, rule, rule instanceof Rendezvous ? meetings : queue));
    }
  }

  private static void measure(String name, Rule rule, History history) {
    int size = history.operations().size();
    boolean large = size > 2_000_000;
    for (int warm = 0; warm < (large ? 2 : WARM_UPS); warm++) {
      require(rule.judge(history));
    }
    double[] seconds = new double[large ? 5 : 11];
    double[] busy = new double[seconds.length];
    for (int run = 0; run < seconds.length; run++) {
      long begin = System.nanoTime();
      long busyBegin = THREADS.getCurrentThreadCpuTime();
      require(rule.judge(history));
      seconds[run] = (System.nanoTime() - begin) / 1e9;
      busy[run] = (THREADS.getCurrentThreadCpuTime() - busyBegin) / 1e9;
    }
    Arrays.sort(seconds);
    Arrays.sort(busy);
    System.out.printf(
        "| %s | %,d | %.3f s | %.3f s | %.3f s | %.3f s |%n",
        name,
        size,
        seconds[seconds.length / 2],
        seconds[0],
        seconds[seconds.length - 1],
        busy[busy.length / 2]);
  }

  private static void require(Finding finding) {
    if (!finding.violations().isEmpty()) {
      throw new IllegalStateException(finding.violations().getFirst().sentence());
    }
  }

  /** A correct history of eight senders and eight receivers at the pace of a fast ring. */
  private static History history(int size, boolean meetings) {
    Profile profile = meetings ? Told.STRICT.with(Promise.CAPACITY, "rendezvous") : Told.STRICT;
    Told told = new Told(profile).channel("c1").capacity("c1", Capacity.messages(1000));
    for (int end = 0; end < ENDS; end++) {
      told.sender("s" + end, "c1");
    }
    for (int end = 0; end < ENDS; end++) {
      told.receiver("r" + end, "c1");
    }
    History frame = told.history();
    Operations operations = new Operations(size + ENDS);
    new Traffic(operations, meetings).fill(size);
    return new History(
        frame.scenario(),
        profile,
        operations,
        new int[operations.size()],
        frame.faults(),
        frame.capacities(),
        frame.dropped(),
        frame.censuses(),
        frame.leaks(),
        0,
        1.0,
        Long.MIN_VALUE,
        List.of());
  }

  /** Draws overlapping operations around the moments at which a correct queue changes. */
  private static final class Traffic {
    private final Random random = new Random(AgainstTheOracle.SEED);
    private final Operations operations;
    private final boolean meetings;
    private final long[] free = new long[2 * ENDS];
    private final int[] sequences = new int[ENDS];
    private final ArrayDeque<Long> inside = new ArrayDeque<>();
    private long clock = 1_000_000_000;
    private int turn;

    Traffic(Operations operations, boolean meetings) {
      this.operations = operations;
      this.meetings = meetings;
    }

    void fill(int size) {
      boolean filling = true;
      while (operations.size() < size - ENDS) {
        clock += 100;
        filling =
            inside.isEmpty()
                ? random.nextInt(4) > 0
                : inside.size() < 512 && (filling ^ random.nextInt(100) == 0);
        if (meetings ? inside.isEmpty() : filling) {
          send();
        } else {
          receive();
        }
      }
      while (!inside.isEmpty()) {
        clock += 100;
        receive();
      }
      clock += 1_000_000;
      for (int end = 0; end < ENDS; end++) {
        nothing(ENDS + end);
      }
    }

    private long begin(int end) {
      long begin = Math.max(free[end], clock - random.nextInt(400));
      free[end] = Math.max(begin, clock) + (meetings ? 500 : random.nextInt(400));
      return begin;
    }

    private void send() {
      int end = turn++ % ENDS;
      long id = MessageId.of(1, end, sequences[end]++);
      long begin = begin(end);
      operations.add(
          end, Kind.SEND, begin, free[end]++, Outcome.ACCEPTED, Reason.NONE, id, 64, Content.NONE);
      inside.add(id);
    }

    private void receive() {
      int end = ENDS + turn++ % ENDS;
      if (inside.isEmpty()) {
        nothing(end);
        return;
      }
      long begin = begin(end);
      operations.add(
          end,
          Kind.RECEIVE,
          begin,
          free[end]++,
          Outcome.MESSAGE,
          Reason.NONE,
          inside.remove(),
          64,
          Content.WHOLE);
    }

    private void nothing(int end) {
      long begin = begin(end);
      operations.add(
          end,
          Kind.RECEIVE,
          begin,
          free[end]++,
          Outcome.NOTHING,
          Reason.TIMEOUT,
          MessageId.NONE,
          0,
          Content.NONE);
    }
  }
}
