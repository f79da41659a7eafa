package org.ipctck.stage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ipctck.history.Usage;

/**
 * Reads the processor time of the thread of an end where the peer names its threads so, and else of
 * its whole process.
 */
final class Meter {
  private final EndRun end;
  private final long from;
  private final boolean whole;
  private final long before;

  private Meter(EndRun end) {
    this.end = end;
    from = System.nanoTime();
    long thread = Proc.processorNanos(end.peer.pid(), name());
    whole = thread < 0;
    before = whole ? Proc.processorNanos(end.peer.pid()) : thread;
  }

  /** One for each end of those that live and do not stand still themselves. */
  static List<Meter> of(Collection<EndRun> ends, Collection<Peer> stopped) {
    List<Meter> meters = new ArrayList<>();
    for (EndRun end : ends) {
      if (!stopped.contains(end.peer) && end.peer.alive()) {
        meters.add(new Meter(end));
      }
    }
    return meters;
  }

  /** What was used since; empty when the thread or its time cannot be read. */
  Optional<Usage> read() {
    long after = now();
    return before < 0 || after < before
        ? Optional.empty()
        : Optional.of(new Usage(end.plan.name(), from, System.nanoTime(), after - before, whole));
  }

  private long now() {
    return whole
        ? Proc.processorNanos(end.peer.pid())
        : Proc.processorNanos(end.peer.pid(), name());
  }

  private String name() {
    return "end " + end.wire;
  }
}
