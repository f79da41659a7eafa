package org.ipctck.stage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ipctck.fault.Fault;
import org.ipctck.fault.Trigger;
import org.ipctck.history.FaultRecord;
import org.ipctck.history.Operations;
import org.ipctck.history.Usage;

/** One fault in one try, and what became of it. */
final class FaultRun {
  final Fault fault;
  private final Set<Trigger.Point> awaited;
  private final List<Usage> usages = new ArrayList<>();
  private boolean striking;
  private boolean struck;
  private boolean landed;
  private boolean over;
  private boolean healNow;
  private long begun;
  private long done = Operations.NEVER;
  private long healed = Operations.NEVER;
  private String proof = "";

  FaultRun(Fault fault) {
    this.fault = fault;
    this.awaited = new HashSet<>(Trigger.points(fault.trigger()));
  }

  /** Claims it for whoever strikes; false when somebody did before. */
  synchronized boolean claim() {
    boolean mine = !striking && !over;
    striking = true;
    begun = System.nanoTime();
    return mine;
  }

  /** An end has come to a point and waits there; whether none of the others is waited for. */
  synchronized boolean standsAt(Trigger.Point point) {
    awaited.remove(point);
    return awaited.isEmpty();
  }

  /** What it waited for has come. */
  synchronized void begins() {
    begun = System.nanoTime();
  }

  /** It was done, and its proof was seen. */
  synchronized void landed(String how) {
    done = System.nanoTime();
    struck = true;
    landed = true;
    proof = how;
    over = fault.kind() != Fault.Kind.SIGSTOP;
    notifyAll();
  }

  /** It did not land. */
  synchronized void failed(String why) {
    if (!over) {
      proof = why;
      landed = false;
      over = true;
      notifyAll();
    }
  }

  /** The process goes on. */
  synchronized void healed(String how) {
    healed = System.nanoTime();
    proof += "; " + how;
    over = true;
    notifyAll();
  }

  /** Waits until it is time to heal. */
  synchronized void awaitHealing() throws InterruptedException {
    long deadline = System.nanoTime() + Math.abs(fault.healMs()) * 1_000_000L;
    while (!healNow) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return;
      }
      wait(left / 1_000_000, (int) (left % 1_000_000));
    }
  }

  /** An end of another process used so much of a processor while it lasted. */
  synchronized void used(Usage usage) {
    usages.add(usage);
  }

  /** Heals at once. */
  synchronized void healNow() {
    healNow = true;
    notifyAll();
  }

  /** Waits until a strike that was begun has come to its end. */
  synchronized void awaitOver(long nanos) throws InterruptedException {
    long deadline = System.nanoTime() + nanos;
    while (striking && !over && System.nanoTime() < deadline) {
      wait(10);
    }
  }

  /** Whether somebody strikes or struck. */
  synchronized boolean begun() {
    return striking;
  }

  /** Whether its target stands still now. */
  synchronized boolean holding() {
    return struck && !over;
  }

  /** Whether it has landed and was healed, or never will. */
  synchronized boolean over() {
    return over;
  }

  /** Whether it landed. */
  synchronized boolean hasLanded() {
    return landed;
  }

  /** How it is known, or why not. */
  synchronized String proof() {
    return proof;
  }

  /** What goes into the history. */
  synchronized FaultRecord record() {
    return new FaultRecord(fault, begun, done, healed, landed, proof, usages);
  }
}
