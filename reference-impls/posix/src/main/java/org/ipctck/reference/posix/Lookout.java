package org.ipctck.reference.posix;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Received;

/**
 * Looks now and then whether the names of a receiver still lead to it, and says so once when they
 * do not: those who come later find nobody, and only the receiver can know.
 */
public final class Lookout {
  /** Often enough for a person, and not often enough to cost anything. */
  private static final long LOOK_NANOS = 500_000_000;

  private final BooleanSupplier named;
  private final String path;
  private long looked = System.nanoTime();
  private boolean told;

  /** Watches what has just been made. */
  public Lookout(BooleanSupplier named, String path) {
    this.named = named;
    this.path = path;
  }

  /** How long one may wait until the next look, at most {@code nanos}. */
  public synchronized long atMost(long nanos) {
    return told ? nanos : Math.min(nanos, Math.max(1, looked + LOOK_NANOS - System.nanoTime()));
  }

  /** Looks if it is time; what has to be said. */
  public synchronized Optional<Received> look() {
    long now = System.nanoTime();
    if (told || now - looked < LOOK_NANOS) {
      return Optional.empty();
    }
    looked = now;
    told = !named.getAsBoolean();
    return told
        ? Optional.of(new Received.Broken(Reason.NOT_AN_ENDPOINT, words()))
        : Optional.empty();
  }

  private String words() {
    return "the name of a receiver leads to it, and somebody else removed it: path=%s; "
            .formatted(path)
        + "who is connected goes on, and for others it has to be opened again";
  }
}
