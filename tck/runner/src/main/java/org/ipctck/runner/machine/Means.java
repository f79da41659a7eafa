package org.ipctck.runner.machine;

/**
 * Something that a deeper test needs of the machine.
 *
 * @param name as requirements name it, such as {@code tracing}
 * @param present whether it is here
 * @param detail what was found, or why it is missing
 * @param use what it is for, or what is not tested without it
 */
public record Means(String name, boolean present, String detail, String use) {}
