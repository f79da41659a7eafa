package org.ipctck.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Compares what processes hold before a try and after everything was closed. */
final class LeakCheck {
  /** A process that is releasing something is given this long. */
  private static final long SETTLE_NANOS = 1_000_000_000L;

  private static final long MOST_PAUSE_NANOS = 100_000_000L;

  private final Map<Peer, Held> before = new HashMap<>();
  private final Cast cast;
  private final Scratch.Try folder;

  LeakCheck(Cast cast, Scratch.Try folder) {
    this.cast = cast;
    this.folder = folder;
    for (Peer peer : cast.peers()) {
      // What a process holds after its first use is more than before and no leak.
      if (peer.used() > 0 && peer.fit()) {
        before.put(peer, Held.of(peer.pid()));
      }
    }
  }

  /** What was left behind, in words; only processes that are alive and whole are asked. */
  List<String> leaks(List<EndRun> ends) {
    List<String> leaks = new ArrayList<>();
    for (Peer peer : cast.peers()) {
      if (peer.fit()) {
        if (!settle(() -> !holdsFolder(peer))) {
          leaks.add(cast.name(peer) + " still holds " + held(peer));
        }
        growth(peer, handedBack(peer, ends)).forEach(leaks::add);
      }
    }
    return leaks;
  }

  /**
   * How many channels a process has inherited and used: each of them was at least one descriptor
   * before the try, and is none afterwards.
   */
  private int handedBack(Peer peer, List<EndRun> ends) {
    Map<String, Boolean> opened = new HashMap<>();
    for (EndRun end : ends) {
      if (end.peer == peer && cast.channel(end.plan.channel()).isPresent()) {
        boolean open = end.steps.stream().anyMatch(StepRun::opened);
        opened.merge(end.plan.channel(), open, Boolean::logicalAnd);
      }
    }
    return (int) opened.values().stream().filter(all -> all).count();
  }

  private List<String> growth(Peer peer, int handedBack) {
    @Nullable Held whole = before.get(peer);
    if (whole == null) {
      return List.of();
    }
    Held began = whole.without(handedBack);
    return peer.growth().ended(began, () -> settled(peer, began)).stream()
        .map(first -> held(peer, first))
        .toList();
  }

  private static Held settled(Peer peer, Held began) {
    settle(() -> !Held.of(peer.pid()).exceeds(began));
    return Held.of(peer.pid());
  }

  private String held(Peer peer, Held first) {
    return cast.name(peer)
        + " holds more after each try: three tries ago "
        + first
        + ", now "
        + Held.of(peer.pid());
  }

  private boolean holdsFolder(Peer peer) {
    return !held(peer).isEmpty();
  }

  private List<String> held(Peer peer) {
    return Proc.descriptors(peer.pid()).stream().filter(folder::holds).toList();
  }

  /** Whether it came to be so in time. */
  static boolean settle(BooleanSupplier settled) {
    long deadline = System.nanoTime() + SETTLE_NANOS;
    // To count what a process holds costs more than a millisecond: ever more seldom.
    for (long pause = 2_000_000; !settled.getAsBoolean(); pause += pause) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(Math.min(pause, MOST_PAUSE_NANOS));
    }
    return true;
  }
}
