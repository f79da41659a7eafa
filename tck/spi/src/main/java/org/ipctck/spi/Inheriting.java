package org.ipctck.spi;

import java.util.List;
import java.util.Map;

/**
 * A transport whose ends exist before the process that uses them and are handed down to it:
 * anonymous pipes, sockets passed by an activator, plugins.
 */
public interface Inheriting {

  /**
   * Starts a child that inherits ends. In the child, {@code openSender} and {@code openReceiver} of
   * the same channels find what was handed down; the ends that the parent keeps are opened in the
   * parent by the same calls. Several ends of one side are found in the order of their places. The
   * transport reaps the child when it has ended. A path that names a FIFO is opened without waiting
   * for its other side, which has to be open by then.
   *
   * @return the process id of the child
   * @throws TransportException when it cannot be started
   */
  long start(Child child) throws TransportException, InterruptedException;

  /**
   * Tells the transport that all children of these channels were started: ends that no thread of
   * this process will open are let go, so that the end of a channel can be noticed.
   *
   * @param kept the ends that this process will open itself
   */
  void handedDown(List<End> kept) throws TransportException;

  /** Which side of a channel. */
  enum Side {
    SENDER,
    RECEIVER
  }

  /** One end of a channel; {@code place} tells several ends of one side apart, from 0. */
  record End(Channel channel, Side side, int place) {}

  /**
   * A child to start.
   *
   * @param command the program and its arguments
   * @param environment variables to add to this process's own
   * @param input path opened as its standard input
   * @param output path opened as its standard output
   * @param error path opened, to append, as its standard error
   * @param ends the ends that it inherits, and no other
   */
  record Child(
      List<String> command,
      Map<String, String> environment,
      String input,
      String output,
      String error,
      List<End> ends) {}
}
