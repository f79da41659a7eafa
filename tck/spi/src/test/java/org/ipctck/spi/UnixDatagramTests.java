package org.ipctck.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A Unix datagram socket fits the SPI: no connection, no end, descriptors ride along. */
class UnixDatagramTests {

  @Test
  void aDatagramSocketCanBeDescribed() {
    Profile profile = profile();
    Sketches.requireWholeProfile(profile);
    // Nobody is connected, so a receiver learns neither of an end nor of a death.
    assertEquals("no", profile.get(Promise.END));
    assertEquals(11, new DatagramSender().capacity().most(1));
  }

  static Profile profile() {
    return Profile.of("unix-datagram", "1")
        .with(Promise.MECHANISM, "unix-socket")
        .with(Promise.REACH, "host")
        .with(Promise.SENDERS, "many")
        .with(Promise.RECEIVERS, "1")
        .with(Promise.ORDER, "per-sender")
        .with(Promise.DELIVERY, "at-most-once")
        .with(Promise.CAPACITY, "bounded")
        .with(Promise.OVERFLOW, "block")
        .with(Promise.MESSAGES, "0..65536")
        .with(Promise.ACCEPTANCE, "survives-sender")
        .with(Promise.END, "no")
        .with(Promise.DEATH, "no")
        .with(Promise.OPENS, "receiver-first")
        .with(Promise.OWNER, "receiver")
        .with(Promise.NAMES, "removed")
        .with(Promise.IDENTITY, "kernel")
        .with(Promise.DESCRIPTORS, "yes")
        .with(Promise.SLOW_RECEIVER, "blocks-all");
  }

  static final class DatagramSender implements Sender, Descriptors {
    @Override
    public Sent send(ByteBuffer message, Duration timeout) {
      return send(message, List.of(), timeout);
    }

    @Override
    public Sent send(ByteBuffer message, List<Integer> descriptors, Duration timeout) {
      return Sent.refused(Reason.PEER_GONE, "errno=ECONNREFUSED");
    }

    /** One more than net.unix.max_dgram_qlen, or less where the send buffer is the limit. */
    @Override
    public Capacity capacity() {
      return new Capacity(Capacity.Unit.MESSAGES, 1, 11, 0);
    }

    @Override
    public void close() {}
  }

  static final class DatagramReceiver implements Receiver, Identifying {
    @Override
    public Received receive(Duration timeout) {
      return new Received.Nothing();
    }

    /** Of the sender of the datagram that was received last, by SCM_CREDENTIALS. */
    @Override
    public Identity peer() {
      return new Identity(0, 0, 1);
    }

    @Override
    public void close() {}
  }
}
