package org.ipctck.scenario;

/**
 * One end of a channel and the process that plays it, on a thread of its own.
 *
 * @param name unique within the scenario, such as {@code alice} or {@code alice-2}
 * @param process the process that plays it; several ends may share one, and die with it
 * @param channel the name of its channel
 * @param side which side
 * @param number of a sender: its number in the ids of messages, 0 to 65535, unique on its channel;
 *     of a receiver: its place among the receivers
 */
public record End(String name, String process, String channel, Side side, int number) {

  /** Which side of a channel. */
  public enum Side {
    SENDER,
    RECEIVER
  }
}
