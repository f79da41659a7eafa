package org.ipctck.reference.pipe;

import java.time.Duration;
import java.util.List;
import org.ipctck.reference.posix.Deadline;
import org.ipctck.reference.posix.Door;
import org.ipctck.reference.posix.Place;
import org.ipctck.reference.posix.Posix;
import org.ipctck.reference.posix.Rendezvous;
import org.ipctck.reference.posix.Roster;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Exposing;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Receiver;
import org.ipctck.spi.Sender;
import org.ipctck.spi.Transport;
import org.ipctck.spi.TransportException;

/** A named pipe between any two processes of one host; fifo(7). */
public class PipeTransport implements Transport, Exposing {
  @Override
  public Profile profile() {
    return common("pipe")
        .with(Promise.OPENS, "receiver-first")
        .with(Promise.OWNER, "receiver")
        .with(Promise.NAMES, "removed");
  }

  /** What a named and an anonymous pipe have in common. */
  static Profile common(String name) {
    return Profile.of(name, "0.1.0")
        .with(Promise.MECHANISM, "pipe")
        .with(Promise.REACH, "host")
        .with(Promise.SENDERS, "many")
        .with(Promise.RECEIVERS, "1")
        .with(Promise.ORDER, "queue")
        .with(Promise.CAUSAL, "yes")
        .with(Promise.DELIVERY, "at-most-once")
        .with(Promise.CAPACITY, "bounded")
        .with(Promise.OVERFLOW, "block")
        .with(Promise.MESSAGES, "0..1048576")
        .with(Promise.ACCEPTANCE, "survives-sender")
        .with(Promise.END, "reported")
        .with(Promise.DEATH, "kernel")
        .with(Promise.EMPTINESS, "exact")
        .with(Promise.SLOW_RECEIVER, "blocks-all")
        .declaring("points", "bind commit packet deliver unlink");
  }

  @Override
  public Receiver openReceiver(Channel channel, Duration timeout)
      throws TransportException, InterruptedException {
    Fifo fifo = names(channel);
    Door door = new Door();
    boolean open = false;
    try {
      Roster table = fifo.claim();
      try {
        channel.reached("bind");
        int fd = fifo.make();
        open = true;
        return receiver(channel, fd, table, () -> fifo.remove(table), door);
      } finally {
        if (!open) {
          fifo.remove(table);
          Posix.close(table.fd());
        }
      }
    } finally {
      if (!open) {
        door.close(() -> {});
      }
    }
  }

  @Override
  public Sender openSender(Channel channel, Duration timeout)
      throws TransportException, InterruptedException {
    Fifo fifo = names(channel);
    Deadline deadline = Deadline.in(timeout);
    return attached(channel, Rendezvous.await(fifo::attach, deadline, () -> noPeer(fifo)));
  }

  private static TransportException noPeer(Fifo fifo) {
    return new TransportException(
        Reason.NO_PEER, "a sender needs a receiver that has the pipe open: " + fifo.path());
  }

  private Sender attached(Channel channel, Place place) throws TransportException {
    boolean open = false;
    try {
      Sender sender = sender(channel, place, new Door());
      open = true;
      return sender;
    } finally {
      if (!open) {
        place.leave();
      }
    }
  }

  @Override
  public Exposure exposure(Channel channel) {
    String path = channel.directory().toAbsolutePath() + "/" + channel.name() + ".fifo";
    return new Exposure(List.of(path), true);
  }

  /** The names of a channel. */
  protected Fifo names(Channel channel) throws TransportException {
    return new Fifo(channel);
  }

  /** Makes a sending end. */
  protected Sender sender(Channel channel, Place place, Door door) {
    return new PipeSender(channel, place, door);
  }

  /** Makes a receiving end. */
  protected Receiver receiver(
      Channel channel, int fd, Roster table, Runnable afterwards, Door door) {
    return new PipeReceiver(channel, fd, table, afterwards, door);
  }
}
