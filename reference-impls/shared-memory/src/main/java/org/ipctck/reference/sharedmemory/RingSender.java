package org.ipctck.reference.sharedmemory;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.ipctck.reference.posix.Deadline;
import org.ipctck.spi.Capacity;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Sender;
import org.ipctck.spi.Sent;

/** A sending end of a ring. */
public class RingSender implements Sender {
  /** A sender that does not wait looks after its receiver as seldom as one that does. */
  private static final long PROBE_NANOS = 20_000_000;

  private final Channel channel;
  private final RingFile file;
  private final Ring ring;
  private final int slot;
  private final Producer producer;
  private final Gate receiverGate;
  private final Gate sendersGate;
  private final int largest;
  private final Door door = new Door();
  private volatile long probed = System.nanoTime();
  private volatile boolean gone;

  /** An end at a place of a ring. */
  public RingSender(Channel channel, RingFile file, RingFile.Attached place, Producer producer) {
    this.channel = channel;
    this.file = file;
    this.ring = place.ring();
    this.slot = place.slot();
    this.producer = producer;
    this.receiverGate = ring.receiverGate();
    this.sendersGate = ring.sendersGate();
    this.largest = Math.min(channel.limits().maxMessageBytes(), ring.segment().layout().largest());
  }

  @Override
  public Sent send(ByteBuffer message, Duration timeout) throws InterruptedException {
    if (!door.enter()) {
      return closed();
    }
    try {
      if (message.remaining() > largest) {
        return Sent.refused(
            Reason.TOO_LARGE,
            "a message is at most the agreed size: bytes="
                + message.remaining()
                + ", largest="
                + largest);
      }
      channel.reached("claim");
      return put(message.slice(), Deadline.in(timeout));
    } catch (InternalError lostPage) {
      return Sent.unknown(Reason.LAYOUT, "the ring was made shorter by somebody else");
    } finally {
      door.leave();
    }
  }

  private Sent put(ByteBuffer message, Deadline deadline) throws InterruptedException {
    boolean spun = false;
    while (!isGone()) {
      Producer.Claim claim = producer.claim(message.remaining());
      if (claim.isDone()) {
        return fill(claim, message);
      }
      if (claim.verdict == Producer.BROKEN) {
        return Sent.refused(Reason.MALFORMED, "what is in the ring was not written by its ends");
      }
      if (deadline.left() <= 0) {
        return deadline.noRoom();
      }
      if (door.isClosing()) {
        return closed();
      }
      if (spun || !Patience.spin(() -> ring.segment().head() != claim.head)) {
        sleep(claim, deadline.left());
      }
      spun = true;
    }
    return Sent.refused(Reason.PEER_GONE, "no receiver has the ring");
  }

  private void sleep(Producer.Claim claim, long left) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted while waiting for room in a ring");
    }
    int armed = sendersGate.arm();
    boolean changed =
        ring.segment().head() != claim.head || !ring.isOpen() || door.isClosing() || left <= 0;
    if (!changed) {
      sendersGate.sleep(armed, left);
    }
  }

  /** Whether the receiver has closed, or died: for the latter its lock is asked now and then. */
  protected boolean isGone() {
    if (gone || !ring.isOpen()) {
      return true;
    }
    long now = System.nanoTime();
    if (now - probed > PROBE_NANOS) {
      probed = now;
      gone = !ring.hasReceiver();
    }
    return gone;
  }

  private Sent fill(Producer.Claim claim, ByteBuffer message) {
    boolean filled = false;
    try {
      channel.reached("claimed");
      int half = message.remaining() / 2;
      producer.fill(claim.cursor, message, 0, half);
      channel.reached("copy");
      producer.fill(claim.cursor, message, half, message.remaining() - half);
      channel.reached("commit");
      filled = true;
    } finally {
      if (!filled) {
        producer.abandon(claim);
      }
    }
    return publish(claim);
  }

  private Sent publish(Producer.Claim claim) {
    if (!producer.commit(claim)) {
      return Sent.refused(Reason.STALE, "this end was taken for dead");
    }
    // Whoever seals a ring says so before it looks at what was committed.
    if (!ring.isOpen() && producer.takeBack(claim)) {
      return Sent.refused(Reason.PEER_GONE, "the receiver went meanwhile");
    }
    channel.reached("notify");
    receiverGate.wake();
    channel.reached("signalled");
    return Sent.accepted();
  }

  private static Sent closed() {
    return Sent.refused(Reason.CLOSED, "this end was closed");
  }

  @Override
  public Capacity capacity() {
    return ring.segment().layout().capacity();
  }

  @Override
  public void close() {
    door.close(() -> Ring.whereItIs(sendersGate::shake), this::leave);
  }

  /** Marks the slot as left in good order, in this order: mark, lock, wake. */
  protected void leave() {
    Ring.whereItIs(() -> ring.slots().leave(slot));
    Ring.whereItIs(receiverGate::shake);
    Ring.whereItIs(() -> file.sweep(ring));
    ring.close();
  }
}
