package org.ipctck.reference.posix;

import java.util.Optional;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Received;

/** How all senders of a channel went. */
public enum Departure {
  NEVER_CAME,
  CLOSED,
  LOST;

  /** What it means to a receiver; nothing while a sender may still come. */
  public Optional<Received> verdict() {
    return switch (this) {
      case NEVER_CAME -> Optional.empty();
      case CLOSED -> Optional.of(new Received.End());
      case LOST ->
          Optional.of(new Received.Broken(Reason.PEER_GONE, "a sender went without close"));
    };
  }
}
