package org.ipctck.spi;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A ring in shared memory with claim and commit fits the SPI. */
class SharedMemoryRingTests {

  @Test
  void aRingWithClaimAndCommitCanBeDescribed() {
    Sketches.requireWholeProfile(new Ring().profile());
    assertInstanceOf(Notifying.class, new RingReceiver());
  }

  static final class Ring implements Transport, Exposing {
    @Override
    public Profile profile() {
      return Profile.of("ring", "1")
          .with(Promise.MECHANISM, "shared-memory")
          .with(Promise.REACH, "host")
          .with(Promise.SENDERS, "many")
          .with(Promise.RECEIVERS, "1")
          .with(Promise.ORDER, "queue")
          .with(Promise.DELIVERY, "at-most-once")
          .with(Promise.CAPACITY, "bounded")
          .with(Promise.OVERFLOW, "refuse")
          .with(Promise.MESSAGES, "0..65536")
          .with(Promise.ACCEPTANCE, "both")
          .with(Promise.COPIES, "no")
          .with(Promise.END, "reported")
          .with(Promise.DEATH, "timeout")
          .with(Promise.BOUND, "2000")
          .with(Promise.NOTIFICATION, "hint")
          .with(Promise.OPENS, "either")
          .with(Promise.OWNER, "first")
          .with(Promise.NAMES, "persistent")
          .with(Promise.SLOW_RECEIVER, "isolated");
    }

    @Override
    public Sender openSender(Channel channel, Duration timeout) {
      return new RingSender(channel);
    }

    @Override
    public Receiver openReceiver(Channel channel, Duration timeout) {
      return new RingReceiver();
    }

    @Override
    public Exposure exposure(Channel channel) {
      return new Exposure(List.of(channel.directory().resolve(channel.name()).toString()), true);
    }
  }

  /** Claim and commit are steps inside of send; a point between them says where it hurts. */
  record RingSender(Channel channel) implements Sender {
    @Override
    public Sent send(ByteBuffer message, Duration timeout) {
      channel.reached("claim");
      channel.reached("copy");
      channel.reached("commit");
      throw Sketches.sketched();
    }

    @Override
    public Capacity capacity() {
      return new Capacity(Capacity.Unit.BYTES, 1 << 16, 1 << 16, 8);
    }

    @Override
    public void close() {}
  }

  static final class RingReceiver implements Receiver, Notifying {
    @Override
    public Received receive(Duration timeout) {
      ByteBuffer inPlace = ByteBuffer.allocate(0).asReadOnlyBuffer();
      return new Received.Message(inPlace, List.of(), this::giveBack);
    }

    private void giveBack() {
      throw Sketches.sketched();
    }

    @Override
    public boolean awaitReceivable(Duration timeout) {
      throw Sketches.sketched();
    }

    @Override
    public void close() {}
  }
}
