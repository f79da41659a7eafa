package org.ipctck.history;

import org.ipctck.spi.Reason;

/**
 * One operation of one end: a row of {@link Operations}.
 *
 * @param index its row
 * @param end the index of its end in the scenario
 * @param kind what it is
 * @param begin stamp taken before it, nanoseconds of the host's monotonic clock
 * @param finish stamp taken after it; {@link Operations#NEVER} when it never returned
 * @param outcome how it came out
 * @param reason why, as typed by the transport
 * @param message id of the message, {@link MessageId#NONE} where there is none
 * @param bytes length of the message in bytes; of {@link Outcome#LOST} the number of messages
 * @param content what a received message held
 */
public record Operation(
    int index,
    int end,
    Kind kind,
    long begin,
    long finish,
    Outcome outcome,
    Reason reason,
    long message,
    int bytes,
    Content content) {

  /** Whether it returned. */
  public boolean returned() {
    return finish != Operations.NEVER;
  }
}
