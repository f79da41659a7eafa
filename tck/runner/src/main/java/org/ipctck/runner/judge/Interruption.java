package org.ipctck.runner.judge;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ipctck.runner.exit.ExitCode;

/** Ctrl-C: what is under way is told to stop, and gets time to write what it has. */
public final class Interruption {
  private static final int TIME_TO_STOP_SECONDS = 8;
  private static final int TIME_TO_WRITE_SECONDS = 20;

  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicBoolean claimed = new AtomicBoolean();
  private volatile boolean asked;
  private volatile boolean judging;
  private volatile Runnable told = () -> {};
  private volatile Runnable lastResort = () -> {};

  private Interruption() {}

  /** Watches from now on; until something is judged there is nothing to wait for. */
  public static Interruption watch() {
    Interruption interruption = new Interruption();
    Thread hook = Thread.ofPlatform().name("interruption").unstarted(interruption::stop);
    Runtime.getRuntime().addShutdownHook(hook);
    return interruption;
  }

  /** Never asks; for tests. */
  public static Interruption never() {
    return new Interruption();
  }

  /** Whether somebody wants it to stop. */
  public boolean asked() {
    return asked;
  }

  /** Tells somebody as soon as it is asked. */
  public void tell(Runnable listener) {
    told = listener;
  }

  /** Says that there are results from now on, and what writes them if nobody else gets to it. */
  public void judging(Runnable writing) {
    lastResort = writing;
    judging = true;
  }

  /** Whether the caller is the one who writes the results: only one does. */
  public boolean claim() {
    return claimed.compareAndSet(false, true);
  }

  /** Waits for the end of the process: somebody else writes. */
  public void standBack() throws InterruptedException {
    over.await();
  }

  /** Says that all is written. */
  public void over() {
    over.countDown();
  }

  private void stop() {
    if (over.getCount() == 0) {
      return;
    }
    asked = true;
    told.run();
    try {
      if (!judging) {
        System.err.println("ipc-tck: interrupted before anything was judged (exit 130)");
      } else if (!over.await(TIME_TO_STOP_SECONDS, TimeUnit.SECONDS)) {
        writeAnyhow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code());
  }

  /** What is under way does not stop, or is writing already. */
  private void writeAnyhow() throws InterruptedException {
    if (claim()) {
      lastResort.run();
    } else if (!over.await(TIME_TO_WRITE_SECONDS, TimeUnit.SECONDS)) {
      System.err.println("ipc-tck: interrupted; what was found so far could not be written");
    }
  }
}
