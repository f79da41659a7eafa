package org.ipctck.history;

/**
 * Processor time that the thread of an end, or its process, used while another process stood still,
 * read from {@code /proc} from outside.
 *
 * @param end the name of the end
 * @param from stamp before it was read first, nanoseconds of the host's monotonic clock
 * @param until stamp after it was read last
 * @param nanos how much was used in between
 * @param whole whether all threads of the process were counted, since the one of the end has no
 *     name; the end's own used no more than that
 */
public record Usage(String end, long from, long until, long nanos, boolean whole) {}
