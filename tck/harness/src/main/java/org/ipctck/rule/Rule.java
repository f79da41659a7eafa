package org.ipctck.rule;

import org.ipctck.history.History;

/**
 * A pure function from a history, which holds its profile, to what is certain about it. It neither
 * waits nor reads a clock, and speaks only where it is certain.
 */
@FunctionalInterface
public interface Rule {
  /** Judges a history. */
  Finding judge(History history);
}
