package org.ipctck.reference.socket;

class UnixDatagramTransportTests extends SocketContract {

  UnixDatagramTransportTests() {
    super(new UnixDatagramTransport(), 131072);
  }
}
