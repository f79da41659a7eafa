package org.ipctck.stage;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ipctck.scenario.Action;

/** Notices that a try does not get on, and says when it has to be cut. */
final class Watchdog {
  private static final long MILLI = 1_000_000;
  private static final long LOOK_NANOS = 50 * MILLI;

  /** How far a step had come, and when it came there. */
  private record Mark(int progress, long at) {}

  private final long patience;
  private final long quiet;
  private final HostWatch host;
  private final Hangs hangs;
  private final Turns turns;
  private final Map<StepRun, Mark> marks = new HashMap<>();
  private long lastMove = System.nanoTime();
  private long lastHeld = lastMove;
  private long lastLook;
  private String slow = "";
  private String thread = "";

  /**
   * A watchdog.
   *
   * @param patience nanoseconds that something that must happen may take without progress
   * @param quiet nanoseconds after which a script in which everybody waits for ever is cut
   */
  Watchdog(long patience, long quiet, HostWatch host, Hangs hangs, Turns turns) {
    this.patience = patience;
    this.quiet = quiet;
    this.host = host;
    this.hangs = hangs;
    this.turns = turns;
  }

  /** Why the try must be cut now; empty when it may go on. */
  Optional<String> cut(Collection<StepRun> active, boolean faultsPending) {
    long now = System.nanoTime();
    if (now - lastLook < LOOK_NANOS) {
      return Optional.empty();
    }
    lastLook = now;
    turns.note();
    Optional<StepRun> stuck =
        active.stream().filter(run -> run.end.peer.stuckInLine(quiet)).findFirst();
    if (stuck.isPresent()) {
      return Optional.of("step " + stuck.get().step.id() + " left a line without its end");
    }
    active.forEach(run -> mark(run, now));
    if (faultsPending) {
      lastMove = now;
      lastHeld = now;
    }
    Optional<StepRun> late = active.stream().filter(run -> late(run, now)).findFirst();
    if (late.isPresent()) {
      slow(late.get(), now);
      return Optional.of("step " + late.get().step.id() + " did not get on in its time");
    }
    boolean still = active.stream().allMatch(Watchdog::waitsForEver);
    if (still && now - lastMove > quiet + host.lostSince(lastMove)) {
      return Optional.of("everybody waited for somebody else: " + names(active));
    }
    return Optional.empty();
  }

  /** The call that did not come back, when the try was cut for it. */
  String slow() {
    return slow;
  }

  /** How the thread of that call is called where peers name their threads so. */
  String thread() {
    return thread;
  }

  private void slow(StepRun run, long now) {
    thread = "\"end " + run.end.wire + '"';
    String call = Hangs.call(run.step.action());
    hangs.note(call);
    long waited = now - Objects.requireNonNull(marks.get(run)).at;
    slow = call + " of end " + run.end.plan.name() + " did not return in " + waited / MILLI + " ms";
  }

  /** What the rules judge happens in the quiet time; beyond that a call gets a second chance. */
  private long patience(StepRun run) {
    return hangs.known(Hangs.call(run.step.action())) ? quiet : patience;
  }

  private static String names(Collection<StepRun> active) {
    return String.join(", ", active.stream().map(run -> run.step.id()).toList());
  }

  private void mark(StepRun run, long now) {
    Mark mark = marks.computeIfAbsent(run, any -> new Mark(-1, now));
    int progress = run.progress();
    if (progress != mark.progress) {
      marks.put(run, new Mark(progress, now));
      lastMove = now;
    }
  }

  private boolean late(StepRun run, long now) {
    // A process that stood still got on when it was healed at the earliest.
    long since = Math.max(Objects.requireNonNull(marks.get(run)).at, lastHeld);
    return now - since > patience(run) + own(run.step.action()) + host.lostSince(since);
  }

  private static long own(Action action) {
    return switch (action) {
      case Action.Open open -> millis(open.timeoutMs());
      case Action.Send send -> millis(send.timeoutMs()) + send.pauseMicros() * 1_000L;
      case Action.Receive receive -> millis(receive.timeoutMs()) + receive.pauseMicros() * 1_000L;
      default -> 0;
    };
  }

  private static long millis(int timeoutMs) {
    return Math.max(timeoutMs, 0) * MILLI;
  }

  private static boolean waitsForEver(StepRun run) {
    return switch (run.step.action()) {
      case Action.Open open -> open.timeoutMs() < 0 && run.openSince() != 0;
      case Action.Send send -> send.timeoutMs() < 0 && run.openSince() != 0;
      case Action.Receive receive ->
          receive.timeoutMs() < 0 ? run.openSince() != 0 : !receive.stopAtNothing();
      default -> false;
    };
  }
}
