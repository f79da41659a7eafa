package org.ipctck.reference.socket;

import java.time.Duration;
import java.util.Optional;
import org.ipctck.reference.posix.Constants;
import org.ipctck.reference.posix.Deadline;
import org.ipctck.reference.posix.Door;
import org.ipctck.reference.posix.Posix;
import org.ipctck.reference.posix.Roster;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Notifying;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Received;
import org.ipctck.spi.Receiver;
import org.jspecify.annotations.Nullable;

/** A receiving end: what all types of sockets have in common. */
public abstract class SocketReceiver implements Receiver, Notifying {
  /** Who sends the last message mostly goes soon: so the first look again comes soon as well. */
  private static final long LOOK_SOON_NANOS = 2_000_000;

  private final Channel channel;
  private final Roster roster;
  private final Runnable afterwards;
  private final Door door;
  private final long lookAgainNanos;
  private Optional<Received> seen = Optional.empty();
  private @Nullable Received last;
  private boolean undecided;

  /**
   * An end that holds the receiver's lock of {@code roster}.
   *
   * @param lookAgainNanos how often it looks again, after the first few times, when the kernel
   *     cannot tell it about a change
   */
  protected SocketReceiver(
      Channel channel, Roster roster, Runnable afterwards, Door door, long lookAgainNanos) {
    this.channel = channel;
    this.roster = roster;
    this.afterwards = afterwards;
    this.door = door;
    this.lookAgainNanos = lookAgainNanos;
  }

  @Override
  public Received receive(Duration timeout) throws InterruptedException {
    if (!door.enter()) {
      return closed();
    }
    try {
      Received received = seen.isPresent() ? seen.get() : await(Deadline.in(timeout));
      seen = Optional.empty();
      if (received instanceof Received.Message) {
        channel.reached("deliver");
      }
      return received;
    } finally {
      door.leave();
    }
  }

  @Override
  public boolean awaitReceivable(Duration timeout) throws InterruptedException {
    if (!door.enter()) {
      return true;
    }
    try {
      if (seen.isEmpty()) {
        seen =
            Optional.of(await(Deadline.in(timeout)))
                .filter(received -> !(received instanceof Received.Nothing));
      }
      return seen.isPresent();
    } finally {
      door.leave();
    }
  }

  private Received await(Deadline deadline) throws InterruptedException {
    long pause = Math.min(LOOK_SOON_NANOS, lookAgainNanos);
    while (true) {
      Optional<Received> received = receiveNow().or(roster.lookout()::look);
      if (received.isPresent()) {
        return received.get();
      }
      long left = roster.lookout().atMost(deadline.left());
      if (left <= 0) {
        return new Received.Nothing();
      }
      long nanos = looksAgain() ? Math.min(left, pause) : left;
      pause = Math.min(2 * pause, lookAgainNanos);
      if (door.await(readable(), Constants.POLLIN, nanos) == Door.Woken.CLOSED) {
        return closed();
      }
    }
  }

  private static Received closed() {
    return new Received.Broken(Reason.CLOSED, "this end was closed");
  }

  private Optional<Received> receiveNow() {
    undecided = false;
    if (last != null) {
      return Optional.of(last);
    }
    Optional<Received> received = take();
    return received.isPresent() || !isQuiet() ? received : onQuiet();
  }

  /** What there is to receive without waiting. */
  protected abstract Optional<Received> take();

  /** Whether nobody is connected who could send, as far as this end can see. */
  protected abstract boolean isQuiet();

  /** The descriptor that is readable when there is something to take, or may be. */
  protected abstract int readable();

  /**
   * Decides whether and how the channel has ended; nothing when a sender may still come. With the
   * places of all senders locked nobody can attach, and a last look shows what the last of them
   * sent before it went.
   */
  protected Optional<Received> onQuiet() {
    if (!roster.lockSenders()) {
      undecided = true;
      return Optional.empty();
    }
    try {
      Optional<Received> left = take();
      if (left.isPresent()) {
        return left;
      }
      Optional<Received> verdict = roster.departure().verdict();
      verdict.ifPresent(received -> roster.markEnded());
      last = verdict.orElse(null);
      undecided = verdict.isEmpty() && !tellsOfComing();
      return verdict;
    } finally {
      roster.unlockSenders();
    }
  }

  /** Whether something may happen of which the kernel does not tell. */
  protected boolean looksAgain() {
    return undecided;
  }

  /** Whether the descriptor becomes readable when a sender has come. */
  protected abstract boolean tellsOfComing();

  final Channel channel() {
    return channel;
  }

  /** Who has a place at the channel. */
  protected final Roster roster() {
    return roster;
  }

  @Override
  public void close() {
    door.close(this::leave);
  }

  /** Removes the names and gives up the receiver's place. */
  protected void leave() {
    closeSockets();
    afterwards.run();
    Posix.close(roster.fd());
  }

  /** Closes what it receives from. */
  protected abstract void closeSockets();
}
