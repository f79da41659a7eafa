package org.ipctck.reference.channel;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The operations that are blocked in one end, so that closing it releases them. */
final class Blocked {
  private final Set<Attempt> blocked = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  boolean closed() {
    return closed;
  }

  /** Adds an operation; when the end was closed meanwhile, releases it at once. */
  void add(Attempt attempt) {
    blocked.add(attempt);
    if (closed) {
      attempt.settle(-1, Outcome.CLOSED);
    }
  }

  void remove(Attempt attempt) {
    blocked.remove(attempt);
  }

  /** Closes and releases; false when it was closed before. */
  synchronized boolean close() {
    boolean first = !closed;
    closed = true;
    blocked.forEach(attempt -> attempt.settle(-1, Outcome.CLOSED));
    return first;
  }
}
