package org.ipctck.reference.sharedmemory;

import java.time.Duration;
import java.util.List;
import org.ipctck.reference.posix.Deadline;
import org.ipctck.reference.posix.Rendezvous;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Exposing;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Receiver;
import org.ipctck.spi.Sender;
import org.ipctck.spi.Transport;
import org.ipctck.spi.TransportException;

/** A ring in a mapped file between any two processes of one host. */
public class SharedMemoryTransport implements Transport, Exposing {
  @Override
  public Profile profile() {
    return Profile.of("shared-memory", "0.1.0")
        .with(Promise.MECHANISM, "shared-memory")
        .with(Promise.REACH, "host")
        .with(Promise.SENDERS, "many")
        .with(Promise.RECEIVERS, "1")
        .with(Promise.ORDER, "queue")
        .with(Promise.CAUSAL, "yes")
        .with(Promise.DELIVERY, "at-most-once")
        .with(Promise.CAPACITY, "bounded")
        .with(Promise.OVERFLOW, "block")
        .with(Promise.MESSAGES, "0.." + Layout.LARGEST_MESSAGE)
        .with(Promise.ACCEPTANCE, "both")
        .with(Promise.END, "reported")
        .with(Promise.DEATH, "kernel")
        .with(Promise.EMPTINESS, "exact")
        .with(Promise.THREADS, "many")
        .with(Promise.OPENS, "receiver-first")
        .with(Promise.OWNER, "receiver")
        .with(Promise.NAMES, "removed")
        .with(Promise.SLOW_RECEIVER, "blocks-all")
        .declaring("points", "bind claim claimed copy commit notify signalled take deliver unlink");
  }

  @Override
  public Receiver openReceiver(Channel channel, Duration timeout)
      throws TransportException, InterruptedException {
    RingFile file = names(channel);
    channel.reached("bind");
    return receiver(channel, file, file.claim());
  }

  @Override
  public Sender openSender(Channel channel, Duration timeout)
      throws TransportException, InterruptedException {
    RingFile file = names(channel);
    Deadline deadline = Deadline.in(timeout);
    RingFile.Attached place = Rendezvous.await(file::attach, deadline, () -> noPeer(file));
    return sender(channel, file, place);
  }

  private static TransportException noPeer(RingFile file) {
    return new TransportException(
        Reason.NO_PEER, "a sender needs a receiver that has the ring: " + file.path());
  }

  @Override
  public Exposure exposure(Channel channel) {
    String path = channel.directory().toAbsolutePath() + "/" + channel.name() + ".ring";
    return new Exposure(List.of(path), true);
  }

  /** The name of a channel. */
  protected RingFile names(Channel channel) throws TransportException {
    return new RingFile(channel);
  }

  /** Makes a sending end. */
  protected Sender sender(Channel channel, RingFile file, RingFile.Attached place)
      throws TransportException {
    return new RingSender(channel, file, place, producer(place));
  }

  /** Makes a receiving end. */
  protected Receiver receiver(Channel channel, RingFile file, Ring ring) {
    return new RingReceiver(channel, file, ring, consumer(ring));
  }

  /** What a sender works with. */
  protected static Producer producer(RingFile.Attached place) {
    return new Producer(place.ring().segment(), place.slot(), place.epoch());
  }

  /** What a receiver works with. */
  protected static Consumer consumer(Ring ring) {
    return new Consumer(ring.segment(), ring.slots());
  }
}
