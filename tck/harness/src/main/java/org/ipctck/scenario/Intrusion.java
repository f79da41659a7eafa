package org.ipctck.scenario;

/**
 * What a stranger does who can reach a channel and knows nothing of how it works. A FIFO is written
 * to, a socket is connected to and written to, memory is written over.
 *
 * @param manner what is written
 * @param from the bytes of the first writing; each further one has one more; in memory each has
 *     eight, anywhere
 * @param count how many writings there are; at a socket each has a connection of its own
 * @param stays whether connections stay open until the script is over
 */
public record Intrusion(Manner manner, int from, int count, boolean stays) {

  /** What is written. */
  public enum Manner {
    /** Bytes that are zero: numbers that are zero, names that are empty. */
    ZEROS,
    /** Bytes of which each bit is set: the largest numbers, or -1. */
    ONES,
    /** Bytes that follow from the seed of the scenario. */
    NOISE,
    /**
     * In memory alone: the bits of a number that is in use, one after another or again and again.
     */
    FLIPS,
    /** In memory alone: its file is made shorter, at last to nothing. */
    TRUNCATION
  }
}
