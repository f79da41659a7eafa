package org.ipctck.reference.posix;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.ipctck.spi.TransportException;

/** Looking for the other end again and again, until it is there or the time is over. */
public final class Rendezvous {
  private static final long LOOK_AGAIN_NANOS = 2_000_000;

  private Rendezvous() {}

  /** One look. */
  public interface Look<T> {
    /** What was found; empty when that has to be tried again. */
    Optional<T> find() throws TransportException;
  }

  /** Looks at least once; throws what is supplied when the time is over. */
  public static <T> T await(
      Look<T> look, Deadline deadline, Supplier<? extends TransportException> nobody)
      throws TransportException, InterruptedException {
    while (true) {
      Optional<T> found = look.find();
      if (found.isPresent()) {
        return found.get();
      }
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while waiting for the other end");
      }
      if (deadline.left() <= 0) {
        throw nobody.get();
      }
      LockSupport.parkNanos(Math.min(deadline.left(), LOOK_AGAIN_NANOS));
    }
  }
}
