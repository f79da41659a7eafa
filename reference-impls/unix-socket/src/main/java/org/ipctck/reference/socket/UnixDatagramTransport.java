package org.ipctck.reference.socket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ipctck.reference.posix.Door;
import org.ipctck.reference.posix.Place;
import org.ipctck.reference.posix.Roster;
import org.ipctck.spi.Capacity;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Receiver;
import org.ipctck.spi.Sender;

/** Messages over a Unix datagram socket, whose one queue all senders share. */
public class UnixDatagramTransport extends UnixTransport {
  private static final Path QUEUE = Path.of("/proc/sys/net/unix/max_dgram_qlen");

  /** Found as a service. */
  public UnixDatagramTransport() {
    super(Kind.DATAGRAM);
  }

  @Override
  public Profile profile() {
    return common("unix-datagram")
        .with(Promise.ORDER, "queue")
        .with(Promise.CAUSAL, "yes")
        .with(Promise.MESSAGES, "0..131072")
        .declaring("points", "bind connect commit sent deliver unlink");
  }

  @Override
  protected Sender sender(Channel channel, Place place, Door door) {
    int largest = SocketSender.largest(channel, place.roster());
    int buffer = Sockets.sendBuffer(place.fd());
    Capacity capacity = Room.datagrams(buffer, place.roster().queue(), largest);
    return new RecordSender(channel, place, capacity, door);
  }

  @Override
  protected Receiver receiver(
      Channel channel, int fd, Roster roster, Runnable afterwards, Door door) {
    return new DatagramReceiver(channel, fd, roster, afterwards, door);
  }

  /** How many datagrams the queue of a socket takes that is made here and now. */
  static int queue() {
    try {
      // In one read: behind the first, a sysctl file is at its end, and readString reads a byte.
      return Integer.parseInt(Files.readAllLines(QUEUE).getFirst().strip()) + 1;
    } catch (IOException | NumberFormatException e) {
      return 11;
    }
  }
}
