package org.ipctck.peer;

import java.util.function.Consumer;

/** Hears of the points that one end passes, and holds the thread that comes to the armed one. */
final class ArmedPoint implements Consumer<String> {
  private static final String NONE = "";

  private final String end;
  private final Wire wire;
  private volatile String armed = NONE;
  private int left;
  private boolean holding;

  ArmedPoint(String end, Wire wire) {
    this.end = end;
    this.wire = wire;
  }

  /** Arms the n-th passing of a point from now; replaces what was armed. */
  synchronized void arm(String point, int n) {
    left = n;
    armed = point;
  }

  /** Lets the held thread go on; when none is held, disarms. */
  synchronized void pass() {
    if (!holding) {
      armed = NONE;
    }
    holding = false;
    notifyAll();
  }

  @Override
  public void accept(String point) {
    if (!armed.equals(point)) {
      return;
    }
    synchronized (this) {
      if (!armed.equals(point) || --left > 0) {
        return;
      }
      armed = NONE;
      holding = true;
    }
    wire.write(new Line().key("reached").text(point).key("end").text(end));
    hold();
  }

  private synchronized void hold() {
    boolean interrupted = false;
    while (holding) {
      try {
        wait();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
