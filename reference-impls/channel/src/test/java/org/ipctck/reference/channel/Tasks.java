package org.ipctck.reference.channel;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** Tasks for tests: a thread each, and a way to see that one is blocked. */
final class Tasks {
  private Tasks() {}

  /** A task under way. */
  record Running<V>(Thread thread, FutureTask<V> future) {
    V result() throws Exception {
      return future.get();
    }

    /** Waits until the task is blocked. */
    Running<V> blocked() {
      while (thread.getState() != Thread.State.WAITING
          && thread.getState() != Thread.State.TIMED_WAITING) {
        if (future.isDone()) {
          throw new IllegalStateException("the task ended instead of blocking");
        }
        Thread.onSpinWait();
      }
      return this;
    }
  }

  static <V> Running<V> start(Callable<V> body) {
    FutureTask<V> future = new FutureTask<>(body);
    Thread thread = Thread.ofPlatform().daemon().start(future);
    return new Running<>(thread, future);
  }
}
