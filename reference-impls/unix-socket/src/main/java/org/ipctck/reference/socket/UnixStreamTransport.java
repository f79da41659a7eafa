package org.ipctck.reference.socket;

import org.ipctck.reference.posix.Door;
import org.ipctck.reference.posix.Place;
import org.ipctck.reference.posix.Roster;
import org.ipctck.spi.Capacity;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Receiver;
import org.ipctck.spi.Sender;
import org.ipctck.spi.TransportException;

/** Framed messages over Unix stream sockets, with a connection for each sender. */
public class UnixStreamTransport extends UnixTransport {

  /** Found as a service. */
  public UnixStreamTransport() {
    super(Kind.STREAM);
  }

  @Override
  public Profile profile() {
    return connected("unix-stream")
        .with(Promise.MESSAGES, "0..1048576")
        .declaring("points", "bind connect accept packet commit sent deliver unlink");
  }

  /** What sockets with connections have in common. */
  static Profile connected(String name) {
    return common(name)
        .with(Promise.ORDER, "per-sender")
        .with(Promise.CONNECTIONS, "each")
        .with(Promise.IDENTITY, "kernel");
  }

  @Override
  protected Sender sender(Channel channel, Place place, Door door) {
    return new StreamSender(channel, place, capacity(channel, place), door);
  }

  /** What a channel with connections grants. */
  protected static Capacity capacity(Channel channel, Place place) {
    int senders = place.roster().slots();
    int largest = SocketSender.largest(channel, place.roster());
    return Room.connected(Sockets.sendBuffer(place.fd()), senders, largest);
  }

  @Override
  protected Receiver receiver(
      Channel channel, int fd, Roster roster, Runnable afterwards, Door door)
      throws TransportException {
    var listener = ConnectionReceiver.Listener.of(fd);
    return new ConnectionReceiver(channel, Kind.STREAM, listener, roster, afterwards, door);
  }
}
