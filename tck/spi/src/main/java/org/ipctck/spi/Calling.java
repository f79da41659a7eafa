package org.ipctck.spi;

import java.nio.ByteBuffer;
import java.time.Duration;

/** A transport that also carries requests and their responses. */
public interface Calling {

  /** Connects to the serving side of a channel. */
  Client openClient(Channel channel, Duration timeout)
      throws TransportException, InterruptedException;

  /** Serves requests with the handler, on threads of the transport's own, until closed. */
  Server serve(Channel channel, Handler handler) throws TransportException, InterruptedException;

  /** The calling side. Many threads. */
  interface Client extends AutoCloseable {
    /** Calls a method; interrupting the thread cancels the call. */
    Response call(String method, ByteBuffer request, Duration deadline) throws InterruptedException;

    @Override
    void close() throws TransportException;
  }

  /** The serving side. */
  interface Server extends AutoCloseable {
    @Override
    void close() throws TransportException;
  }

  /** Answers one request; interrupted when the call was cancelled or its deadline passed. */
  @FunctionalInterface
  interface Handler {
    /** Answers; a null-free response, or an exception that becomes {@link Status#FAILED}. */
    Response handle(String method, ByteBuffer request) throws Exception;
  }

  /** How a call ended, with its body when the status is OK, else words for people. */
  record Response(Status status, ByteBuffer body, String detail) {}

  /** How a call ended. */
  enum Status {
    OK,
    FAILED,
    UNKNOWN_METHOD,
    DEADLINE,
    CANCELLED,
    UNAVAILABLE,
    TOO_LARGE,
    VERSION,
    DENIED
  }
}
