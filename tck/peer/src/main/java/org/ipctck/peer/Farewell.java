package org.ipctck.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A thread that closes one end when the peer goes, so that one that hangs keeps nobody else. */
final class Farewell extends Thread {
  private final End end;

  private Farewell(End end) {
    super("farewell");
    setDaemon(true);
    this.end = end;
  }

  @Override
  public void run() {
    try {
      end.held().close();
    } catch (Exception | LinkageError | StackOverflowError thrown) {
      System.err.println("close at the end of the peer: " + Wire.describe(thrown));
    }
  }

  /** Stops and closes all ends at once; waits for at most so many milliseconds. */
  static void to(Map<String, End> ends, long millis) {
    List<Farewell> farewells = new ArrayList<>();
    synchronized (ends) {
      for (End end : ends.values()) {
        end.stop();
        end.point.pass();
        if (end.holds()) {
          farewells.add(new Farewell(end));
        }
      }
    }
    for (Farewell farewell : farewells) {
      farewell.start();
    }
    long until = System.nanoTime() + millis * 1_000_000;
    for (Farewell farewell : farewells) {
      waitFor(farewell, until);
    }
  }

  private static void waitFor(Farewell farewell, long until) {
    try {
      farewell.join(Math.max(1, (until - System.nanoTime()) / 1_000_000));
    } catch (InterruptedException stray) {
      // The process ends anyway, with or without this end.
    }
  }
}
