package org.ipctck.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Streaming gRPC with a request/response service fits the SPI. */
class StreamingRpcTests {

  @Test
  void streamsAreEndsAndCallsAreAnAbility() throws Exception {
    Rpc rpc = new Rpc();
    Sketches.requireWholeProfile(rpc.profile());
    Calling.Handler echo = (method, request) -> ok(request);
    assertEquals(Calling.Status.OK, echo.handle("echo", ByteBuffer.allocate(0)).status());
  }

  private static Calling.Response ok(ByteBuffer body) {
    return new Calling.Response(Calling.Status.OK, body, "");
  }

  static final class Rpc implements Transport, Calling {
    @Override
    public Profile profile() {
      return Profile.of("grpc", "1")
          .with(Promise.MECHANISM, "rpc")
          .with(Promise.REACH, "host")
          .with(Promise.SENDERS, "many")
          .with(Promise.RECEIVERS, "1")
          .with(Promise.ORDER, "per-sender")
          .with(Promise.DELIVERY, "at-most-once")
          .with(Promise.CAPACITY, "bounded")
          .with(Promise.OVERFLOW, "block")
          .with(Promise.MESSAGES, "0..4194304")
          .with(Promise.ACCEPTANCE, "none")
          .with(Promise.TIMEOUT, "unknown")
          .with(Promise.END, "reported")
          .with(Promise.DEATH, "kernel")
          .with(Promise.THREADS, "many")
          .with(Promise.OPENS, "receiver-first")
          .with(Promise.OWNER, "receiver")
          .with(Promise.NAMES, "removed")
          .with(Promise.RPC, "grpc")
          .with(Promise.STREAMS, "independent")
          .with(Promise.CONNECTIONS, "each")
          .with(Promise.HOSTS_PLUGIN, "yes")
          .with(Promise.SLOW_RECEIVER, "isolated")
          .declaring("start-timeout-ms", "5000")
          .declaring("idempotent-methods", "");
    }

    @Override
    public Sender openSender(Channel channel, Duration timeout) throws TransportException {
      throw new TransportException(
          Reason.VERSION, "both sides speak one version: ours=2, theirs=1");
    }

    @Override
    public Receiver openReceiver(Channel channel, Duration timeout) {
      throw Sketches.sketched();
    }

    @Override
    public Client openClient(Channel channel, Duration timeout) {
      throw Sketches.sketched();
    }

    @Override
    public Server serve(Channel channel, Handler handler) {
      throw Sketches.sketched();
    }
  }
}
