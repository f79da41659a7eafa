package org.ipctck.stage;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.ipctck.fault.Fault;
import org.ipctck.fault.Trigger;

/** Does what a fault says to its target, and waits for the proof. */
final class Blows {
  /** What a signal takes to be seen in /proc; 40 ms were seen on a busy host. */
  private static final long SIGNAL_NANOS = 5_000_000_000L;

  /** A peer that is asked to end has 2 seconds, by the protocol. */
  private static final long TERM_NANOS = 2_000_000_000L;

  private final Cast cast;
  private final Map<String, EndRun> ends;
  private final HostWatch host;
  private final Map<String, ReentrantLock> turns = new ConcurrentHashMap<>();

  Blows(Cast cast, Map<String, EndRun> ends, HostWatch host) {
    this.cast = cast;
    this.ends = ends;
    this.host = host;
  }

  /** Strikes, and returns when the fault has landed and was healed, or did not land. */
  void deal(FaultRun run) throws InterruptedException {
    if (run.fault.kind() == Fault.Kind.ABANDON) {
      abandon(run);
      return;
    }
    List<Peer> targets = cast.process(run.fault.target());
    targets.forEach(Peer::strike);
    if (targets.isEmpty() || !targets.stream().allMatch(Peer::alive)) {
      run.failed("the process had ended before");
      return;
    }
    switch (run.fault.kind()) {
      case SIGKILL -> kill(run, targets);
      case SIGTERM -> terminate(run, targets);
      default -> stop(run, targets);
    }
  }

  private void kill(FaultRun run, List<Peer> targets) {
    targets.forEach(peer -> peer.signal(Posix.SIGKILL));
    if (!all(targets, peer -> peer.awaitEnd(SIGNAL_NANOS))) {
      run.failed("the process did not end within 5 s of SIGKILL");
    } else if (!targets.stream().allMatch(Peer::killed)) {
      run.failed("the process ended by itself: " + targets.getFirst().ending());
    } else {
      run.landed("SIGKILL: " + targets.getFirst().ending());
    }
    // Whoever stood at a point to tell the moment of another's death lives on.
    pass(run, targets);
  }

  private void terminate(FaultRun run, List<Peer> targets) {
    targets.forEach(peer -> Posix.kill(peer.pid(), Posix.SIGTERM));
    pass(run);
    long patience = (long) (TERM_NANOS * host.calibration());
    if (all(targets, peer -> peer.awaitEnd(patience))) {
      run.landed("SIGTERM: " + targets.getFirst().ending());
    } else {
      run.failed("the process ignored SIGTERM for 2 s; a peer closes everything and exits");
    }
  }

  /** One standstill of a process after another: the end of one would end the other as well. */
  private void stop(FaultRun run, List<Peer> targets) throws InterruptedException {
    ReentrantLock turn = turns.computeIfAbsent(run.fault.target(), any -> new ReentrantLock());
    turn.lockInterruptibly();
    try {
      run.begins();
      standStill(run, targets);
    } finally {
      turn.unlock();
    }
  }

  private void standStill(FaultRun run, List<Peer> targets) throws InterruptedException {
    try {
      targets.forEach(peer -> peer.signal(Posix.SIGSTOP));
      if (!until(() -> targets.stream().allMatch(Blows::stopped))) {
        run.failed("the process was not seen to stand still");
        return;
      }
      run.landed("SIGSTOP: every thread in state T");
      pass(run);
      List<Meter> meters = Meter.of(ends.values(), targets);
      run.awaitHealing();
      meters.forEach(meter -> meter.read().ifPresent(run::used));
    } finally {
      targets.forEach(peer -> peer.signal(Posix.SIGCONT));
    }
    boolean goes = until(() -> targets.stream().noneMatch(Blows::stopped));
    run.healed(goes ? "SIGCONT: left state T" : "SIGCONT: not seen to go on");
  }

  private void abandon(FaultRun run) throws InterruptedException {
    EndRun end = Objects.requireNonNull(ends.get(run.fault.target()), run.fault.target());
    end.peer.strike();
    Call call = end.peer.ask(end.command("abandon"));
    pass(run);
    boolean done =
        call.await((long) (SIGNAL_NANOS * host.calibration()))
            .map(reply -> !reply.has("error") && !reply.has("unsupported"))
            .orElse(false);
    if (done) {
      run.landed("the peer says that the task has ended without close");
    } else {
      run.failed("the task did not end");
    }
  }

  /** Lets an end go on that waits at the point where the fault struck. */
  private void pass(FaultRun run) {
    pass(run, List.of());
  }

  private void pass(FaultRun run, List<Peer> dead) {
    for (Trigger.Point point : Trigger.points(run.fault.trigger())) {
      EndRun end = Objects.requireNonNull(ends.get(point.end()), point.end());
      if (!dead.contains(end.peer)) {
        end.peer.ask(end.command("pass"));
      }
    }
  }

  private static boolean stopped(Peer peer) {
    return Proc.tasks(peer.worker()).stream().allMatch(task -> task.state() == 'T');
  }

  private static boolean all(List<Peer> peers, Predicate<Peer> test) {
    return peers.stream().allMatch(test);
  }

  private static boolean until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + SIGNAL_NANOS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(200_000);
    }
    return true;
  }
}
