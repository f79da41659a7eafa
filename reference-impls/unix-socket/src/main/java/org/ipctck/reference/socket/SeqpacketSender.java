package org.ipctck.reference.socket;

import org.ipctck.reference.posix.Door;
import org.ipctck.reference.posix.Place;
import org.ipctck.spi.Capacity;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Identifying;
import org.ipctck.spi.TransportException;

/** The sending end of a seqpacket socket, which has a connection and so knows its receiver. */
public class SeqpacketSender extends RecordSender implements Identifying {

  /** An end at a place of a channel. */
  protected SeqpacketSender(Channel channel, Place place, Capacity capacity, Door door) {
    super(channel, place, capacity, door);
  }

  @Override
  public Identity peer() throws TransportException {
    return receiverIdentity();
  }
}
