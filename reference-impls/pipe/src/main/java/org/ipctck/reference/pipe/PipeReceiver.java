package org.ipctck.reference.pipe;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.ipctck.reference.posix.Constants;
import org.ipctck.reference.posix.Deadline;
import org.ipctck.reference.posix.Door;
import org.ipctck.reference.posix.Posix;
import org.ipctck.reference.posix.Roster;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Received;
import org.ipctck.spi.Receiver;
import org.jspecify.annotations.Nullable;

/** The receiving end of a pipe: puts the packets of each sender together again. */
public class PipeReceiver implements Receiver {
  /** How often it looks again when the kernel cannot tell it about a change. */
  private static final long LOOK_AGAIN_NANOS = 5_000_000;

  private final Channel channel;
  private final int fd;
  private final Roster slots;
  private final Runnable afterwards;
  private final Inflow inflow;
  private final Reassembly[] reassemblies;
  private final Door door;
  private @Nullable Received last;
  private boolean undecided;

  /** An end that reads from {@code fd} and holds the receiver's lock of {@code slots}. */
  protected PipeReceiver(Channel channel, int fd, Roster slots, Runnable afterwards, Door door) {
    this.channel = channel;
    this.fd = fd;
    this.slots = slots;
    this.afterwards = afterwards;
    this.door = door;
    this.inflow = new Inflow(fd);
    this.reassemblies = new Reassembly[slots.slots()];
    for (int slot = 0; slot < reassemblies.length; slot++) {
      reassemblies[slot] = new Reassembly(slots.largest());
    }
  }

  @Override
  public Received receive(Duration timeout) throws InterruptedException {
    if (!door.enter()) {
      return closed();
    }
    try {
      return receive(Deadline.in(timeout));
    } finally {
      door.leave();
    }
  }

  private Received receive(Deadline deadline) throws InterruptedException {
    while (true) {
      Optional<Received> received = receiveNow().or(this::lookAround);
      if (received.isPresent()) {
        return received.get();
      }
      long left = slots.lookout().atMost(deadline.left());
      if (left <= 0) {
        return new Received.Nothing();
      }
      Door.Woken woken =
          undecided
              ? door.await(-1, 0, Math.min(left, LOOK_AGAIN_NANOS))
              : door.await(fd, Constants.POLLIN, left);
      if (woken == Door.Woken.CLOSED) {
        return closed();
      }
    }
  }

  /** What there is to say of the names of this end. */
  protected Optional<Received> lookAround() {
    return slots.lookout().look();
  }

  private static Received closed() {
    return new Received.Broken(Reason.CLOSED, "this end was closed");
  }

  /** What there is to receive without waiting. */
  private Optional<Received> receiveNow() {
    undecided = false;
    while (last == null) {
      Inflow.Next next = inflow.next();
      if (next instanceof Inflow.Came came) {
        Optional<Received> received = accept(came.packet());
        if (received.isPresent()) {
          return received;
        }
      } else if (next instanceof Inflow.Garbage garbage) {
        return Optional.of(
            malformed("bytes that are no packet were left out: bytes=" + garbage.bytes()));
      } else if (next instanceof Inflow.Empty) {
        return Optional.empty();
      } else if (!onEndOfFile()) {
        undecided = true;
        return Optional.empty();
      }
    }
    return Optional.of(last);
  }

  /** Takes a packet; a message when it completes one. */
  protected Optional<Received> accept(Packet packet) {
    if (packet.slot() >= reassemblies.length) {
      return Optional.of(malformed("a slot is in the table: slot=" + packet.slot()));
    }
    Reassembly.Step step = reassemblies[packet.slot()].add(packet);
    if (step instanceof Reassembly.Whole whole) {
      return Optional.of(deliver(whole.message()));
    }
    return step instanceof Reassembly.Wrong wrong
        ? Optional.of(malformed(wrong.detail()))
        : Optional.empty();
  }

  /** Hands a message out; its bytes are the caller's own. */
  protected Received deliver(byte[] message) {
    channel.reached("deliver");
    return Received.Message.of(ByteBuffer.wrap(message));
  }

  private static Received malformed(String detail) {
    return new Received.Broken(Reason.MALFORMED, detail);
  }

  /**
   * Decides whether and how the channel has ended, when nobody has the pipe open for writing; false
   * when a sender may still come. With the places of all senders locked nobody can attach, and a
   * last look into the pipe shows what the last of them wrote before it went.
   */
  protected boolean onEndOfFile() {
    if (!slots.lockSenders()) {
      return false;
    }
    try {
      if (inflow.stillOpen()) {
        return true;
      }
      Optional<Received> verdict = slots.departure().verdict();
      verdict.ifPresent(received -> slots.markEnded());
      last = verdict.orElse(null);
      return verdict.isPresent();
    } finally {
      slots.unlockSenders();
    }
  }

  @Override
  public void close() {
    door.close(this::leave);
  }

  /** Removes the names and gives up the receiver's place. */
  protected void leave() {
    Posix.close(fd);
    afterwards.run();
    Posix.close(slots.fd());
  }
}
