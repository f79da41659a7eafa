package org.ipctck.runner.judge;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ipctck.runner.exit.ExitCode;

/** Ctrl-C: what is under way is told to stop, and gets time to write what it has. */
public final class Interruption {
  private static final int TIME_TO_WRITE_SECONDS = 20;

  private final CountDownLatch over = new CountDownLatch(1);
  private volatile boolean asked;

  private volatile Runnable told = () -> {};

  private Interruption() {}

  /** Watches from now on. */
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
      if (!over.await(TIME_TO_WRITE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("ipc-tck: interrupted; what was found so far could not be written");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code());
  }
}
