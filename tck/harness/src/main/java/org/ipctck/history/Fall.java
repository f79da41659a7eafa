package org.ipctck.history;

/**
 * The end of a process that nobody had ended.
 *
 * @param process its name in the scenario
 * @param how what ended it and what it said last, in words
 */
public record Fall(String process, String how) {}
