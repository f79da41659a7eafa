package org.ipctck.reference.socket;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.ipctck.reference.posix.Posix;

/** Tasks for tests: a thread each, and a way to see that one is blocked. */
final class Tasks {
  private Tasks() {}

  /** A task under way. */
  record Running<V>(Thread thread, FutureTask<V> future) {
    V result() throws Exception {
      return future.get();
    }

    /** Waits until the task waits in the kernel. */
    Running<V> blocked() {
      while (Arrays.stream(thread.getStackTrace()).noneMatch(Running::polls)) {
        if (future.isDone()) {
          throw new IllegalStateException("the task ended instead of blocking");
        }
        Thread.onSpinWait();
      }
      return this;
    }

    private static boolean polls(StackTraceElement frame) {
      return frame.getClassName().equals(Posix.class.getName())
          && frame.getMethodName().equals("poll");
    }
  }

  static <V> Running<V> start(Callable<V> body) {
    FutureTask<V> future = new FutureTask<>(body);
    Thread thread = Thread.ofPlatform().daemon().start(future);
    return new Running<>(thread, future);
  }
}
