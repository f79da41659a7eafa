package org.ipctck.reference.socket;

class UnixStreamTransportTests extends SocketContract {

  UnixStreamTransportTests() {
    super(new UnixStreamTransport(), 1048576);
  }
}
