package org.ipctck.reference.socket;

import org.ipctck.reference.posix.Door;
import org.ipctck.reference.posix.Place;
import org.ipctck.reference.posix.Roster;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Receiver;
import org.ipctck.spi.Sender;
import org.ipctck.spi.TransportException;

/** Messages over Unix seqpacket sockets, with a connection for each sender. */
public class UnixSeqpacketTransport extends UnixTransport {

  /** Found as a service. */
  public UnixSeqpacketTransport() {
    super(Kind.SEQPACKET);
  }

  @Override
  public Profile profile() {
    return UnixStreamTransport.connected("unix-seqpacket")
        .with(Promise.MESSAGES, "0..131072")
        .declaring("points", "bind connect accept commit sent deliver unlink");
  }

  @Override
  protected Sender sender(Channel channel, Place place, Door door) {
    return new SeqpacketSender(channel, place, UnixStreamTransport.capacity(channel, place), door);
  }

  @Override
  protected Receiver receiver(
      Channel channel, int fd, Roster roster, Runnable afterwards, Door door)
      throws TransportException {
    var listener = ConnectionReceiver.Listener.of(fd);
    return new ConnectionReceiver(channel, Kind.SEQPACKET, listener, roster, afterwards, door);
  }
}
