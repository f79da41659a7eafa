package org.ipctck.reference.posix;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import org.ipctck.spi.TransportException;

/**
 * The door of an end: who is inside keeps its descriptors open, closing wakes whoever waits inside,
 * and the descriptors are closed when the last one has left, so that no number is used after its
 * file was closed.
 */
public final class Door {
  private final int wake;
  private final MemorySegment descriptors = Arena.ofAuto().allocate(16, 8);
  private final MemorySegment token = Arena.ofAuto().allocate(8, 8);
  private int inside;
  private volatile boolean closing;
  private boolean closed;

  /** A door with an event descriptor of its own. */
  public Door() throws TransportException {
    wake = Failure.check(Posix.eventfd(), "an end needs an event descriptor", "");
    token.set(JAVA_LONG, 0, 1L);
  }

  /** Why waiting came to an end. */
  public enum Woken {
    READY,
    TIMED_OUT,
    CLOSED
  }

  /** Enters; false when it is closing. */
  public synchronized boolean enter() {
    if (closing) {
      return false;
    }
    inside++;
    return true;
  }

  public synchronized void leave() {
    inside--;
    notifyAll();
  }

  /** Wakes who is inside, waits until they have left, and runs the rest once. */
  public void close(Runnable rest) {
    boolean first;
    synchronized (this) {
      first = !closing;
      closing = true;
      if (first) {
        wakeUp();
      }
      awaitThat(() -> inside == 0);
    }
    if (first) {
      rest.run();
      Posix.close(wake);
      synchronized (this) {
        closed = true;
        notifyAll();
      }
    } else {
      synchronized (this) {
        awaitThat(() -> closed);
      }
    }
  }

  private void awaitThat(java.util.function.BooleanSupplier condition) {
    boolean interrupted = false;
    while (!condition.getAsBoolean()) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Waits for an event on a descriptor, or without one with -1; only by who is inside.
   *
   * @throws InterruptedException when the thread was interrupted before or meanwhile
   */
  public Woken await(int fd, int events, long nanos) throws InterruptedException {
    if (closing) {
      return Woken.CLOSED;
    }
    int ready;
    Waiting waiting = new Waiting();
    waiting.enter();
    try {
      ready = poll(fd, events, nanos);
    } finally {
      waiting.exit();
    }
    if (closing) {
      return Woken.CLOSED;
    }
    return ready == 0 ? Woken.TIMED_OUT : Woken.READY;
  }

  private int poll(int fd, int events, long nanos) {
    descriptors.set(JAVA_INT, 0, fd);
    descriptors.set(JAVA_INT, 4, events);
    descriptors.set(JAVA_INT, 8, wake);
    descriptors.set(JAVA_INT, 12, Constants.POLLIN);
    // Rounded up, so that a time-out never comes early.
    long milliseconds = nanos == Long.MAX_VALUE ? -1 : (nanos + 999_999) / 1_000_000;
    int ready = Posix.poll(descriptors, 2, (int) Math.min(milliseconds, Integer.MAX_VALUE));
    if (ready > 0 && descriptors.get(JAVA_SHORT, 14) != 0 && !closing) {
      // A token of an interruption, maybe a past one; that of closing stays, for closing is final.
      Posix.read(wake, Arena.ofAuto().allocate(8, 8), 8);
    }
    return ready;
  }

  private void wakeUp() {
    Posix.write(wake, token, 8);
  }

  /** One wait; being an interruptible channel is how a thread hears of its interruption. */
  private final class Waiting extends AbstractInterruptibleChannel {

    void enter() {
      begin();
    }

    void exit() throws InterruptedException {
      try {
        end(true);
      } catch (ClosedByInterruptException e) {
        Thread.interrupted();
        throw new InterruptedException("interrupted while waiting on a descriptor");
      } catch (java.nio.channels.AsynchronousCloseException e) {
        throw new IllegalStateException("nobody else closes a wait", e);
      }
    }

    @Override
    protected void implCloseChannel() {
      wakeUp();
    }
  }
}
