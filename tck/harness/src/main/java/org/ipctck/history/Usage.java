package org.ipctck.history;

/**
 * Processor time that the thread of an end used while another process stood still, read from {@code
 * /proc} from outside.
 *
 * @param end the name of the end
 * @param from stamp before it was read first, nanoseconds of the host's monotonic clock
 * @param until stamp after it was read last
 * @param nanos how much the thread used in between
 */
public record Usage(String end, long from, long until, long nanos) {}
