package org.ipctck.reference.socket;

class UnixSeqpacketTransportTests extends SocketContract {

  UnixSeqpacketTransportTests() {
    super(new UnixSeqpacketTransport(), 131072);
  }
}
