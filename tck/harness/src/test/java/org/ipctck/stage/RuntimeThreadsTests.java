package org.ipctck.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What is counted of the threads of a process are those that somebody started. */
class RuntimeThreadsTests {
  private static long counted() {
    return Held.of(ProcessHandle.current().pid()).threads();
  }

  @Test
  void theRuntimesOwnAreNotCountedAndEveryOtherIs() throws Exception {
    long all = Proc.tasks(ProcessHandle.current().pid()).size();
    assertTrue(counted() < all, () -> "counted=" + counted() + " all=" + all);
    long before = counted();
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    Thread extra =
        Thread.ofPlatform()
            .name("extra")
            .start(
                () -> {
                  running.countDown();
                  try {
                    over.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    running.await();
    assertEquals(before + 1, counted());
    over.countDown();
    extra.join();
  }

  @Test
  void aThreadOfATransportIsNotTakenForOneOfTheRuntime() {
    assertTrue(RuntimeThreads.has("C1 CompilerThre"));
    assertTrue(!RuntimeThreads.has("end e0.1"));
    assertTrue(!RuntimeThreads.has("flush"));
  }
}
