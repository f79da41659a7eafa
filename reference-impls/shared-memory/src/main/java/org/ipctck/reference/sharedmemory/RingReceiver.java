package org.ipctck.reference.sharedmemory;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.ipctck.reference.posix.Deadline;
import org.ipctck.reference.posix.Departure;
import org.ipctck.reference.posix.Lookout;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Received;
import org.ipctck.spi.Receiver;
import org.jspecify.annotations.Nullable;

/** The receiving end of a ring. */
public class RingReceiver implements Receiver {
  private final Channel channel;
  private final RingFile file;
  private final Ring ring;
  private final Consumer consumer;
  private final Gate receiverGate;
  private final Gate sendersGate;
  private final Door door = new Door();
  private final Lookout lookout;
  private volatile @Nullable Received last;

  /** An end that holds the receiver's lock of a ring. */
  public RingReceiver(Channel channel, RingFile file, Ring ring, Consumer consumer) {
    this.channel = channel;
    this.file = file;
    this.ring = ring;
    this.consumer = consumer;
    this.receiverGate = ring.receiverGate();
    this.sendersGate = ring.sendersGate();
    this.lookout = new Lookout(() -> file.isOf(ring), file.path());
  }

  @Override
  public Received receive(Duration timeout) throws InterruptedException {
    if (!door.enter()) {
      return closed();
    }
    try {
      return receive(Deadline.in(timeout));
    } catch (InternalError lostPage) {
      return new Received.Broken(Reason.LAYOUT, "the ring was made shorter by somebody else");
    } finally {
      door.leave();
    }
  }

  private Received receive(Deadline deadline) throws InterruptedException {
    boolean spun = false;
    while (true) {
      Optional<Received> received = receiveNow().or(lookout::look);
      if (received.isPresent()) {
        return received.get();
      }
      if (deadline.left() <= 0) {
        return new Received.Nothing();
      }
      if (door.isClosing()) {
        return closed();
      }
      if (spun || !Patience.spin(consumer::isReady)) {
        sleep(lookout.atMost(deadline.left()));
      }
      spun = true;
    }
  }

  /** Sleeps a while, unless there is something to do. */
  protected void sleep(long left) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted while waiting for a message in a ring");
    }
    int armed = receiverGate.arm();
    boolean changed = consumer.isReady() || haveLeft() || door.isClosing() || left <= 0;
    if (!changed) {
      receiverGate.sleep(armed, left);
    }
  }

  /** What there is to receive without waiting. */
  private Optional<Received> receiveNow() {
    Received known = last;
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Received> message = take();
    if (message.isPresent()) {
      return message;
    }
    if (consumer.recover()) {
      sendersGate.wake();
    }
    if (consumer.isBroken()) {
      return Optional.of(broken());
    }
    return haveLeft() ? onDeparture() : Optional.empty();
  }

  /** Takes a message; its bytes are the caller's own. */
  private Optional<Received> take() {
    Optional<byte[]> message = consumer.take(() -> channel.reached("take"));
    if (message.isEmpty()) {
      return Optional.empty();
    }
    sendersGate.wake();
    channel.reached("deliver");
    return Optional.of(Received.Message.of(ByteBuffer.wrap(message.get())));
  }

  /** Whether senders came, and none is there any more. */
  protected boolean haveLeft() {
    return !ring.slots().anybody() && ring.slots().departure() != Departure.NEVER_CAME;
  }

  /**
   * Decides how the channel has ended, when no sender is there. With the places of all of them
   * locked none can come, and a last look shows what the last of them left.
   */
  protected synchronized Optional<Received> onDeparture() {
    if (!ring.slots().bar()) {
      return Optional.empty();
    }
    try {
      consumer.recover();
      boolean lost = ring.slots().departure() == Departure.LOST;
      Optional<Received> message = lastLook(lost);
      if (message.isPresent()) {
        return message;
      }
      ring.become(Ring.OVER);
      Received verdict = verdict(lost);
      last = verdict;
      return Optional.of(verdict);
    } finally {
      ring.slots().unbar();
    }
  }

  /** What those who have left had sent before. */
  protected Optional<Received> lastLook(boolean lost) {
    return take();
  }

  /** Whether this end is being closed. */
  protected boolean isClosing() {
    return door.isClosing();
  }

  /** What the departure of all senders means to a receiver. */
  private static Received verdict(boolean lost) {
    return lost
        ? new Received.Broken(Reason.PEER_GONE, "a sender went without close")
        : new Received.End();
  }

  private Received broken() {
    ring.become(Ring.OVER);
    sendersGate.shake();
    Received verdict =
        new Received.Broken(Reason.MALFORMED, "what is in the ring was not written by its ends");
    last = verdict;
    return verdict;
  }

  private static Received closed() {
    return new Received.Broken(Reason.CLOSED, "this end was closed");
  }

  @Override
  public void close() {
    door.close(() -> Ring.whereItIs(receiverGate::shake), this::leave);
  }

  /** Removes the name, tells the senders and gives up the receiver's place. */
  protected void leave() {
    Ring.whereItIs(() -> ring.become(Ring.OVER));
    file.remove(ring);
    Ring.whereItIs(sendersGate::shake);
    ring.close();
  }
}
