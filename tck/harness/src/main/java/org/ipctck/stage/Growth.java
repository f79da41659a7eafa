package org.ipctck.stage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether a process holds more after each try. Pools are filled once and what is being released is
 * still there for a moment, so a row of tries is looked at: what was held as each began tells how
 * the one before it ended, and only when the row is nearly whole does anybody wait.
 */
final class Growth {
  /** So many tries in a row must end with more than they began with. */
  private static final int IN_A_ROW = 3;

  /** What was held as the latest tries began, each more than the one before it. */
  private final Deque<Held> row = new ArrayDeque<>();

  /**
   * A try is over that began with this much.
   *
   * @param settled what is held now; asked only when it matters, and given after it has settled
   * @return what was held as the row began, when every try of the row has left something behind
   */
  Optional<Held> ended(Held began, Supplier<Held> settled) {
    if (!row.isEmpty() && !began.exceeds(row.peekLast())) {
      row.clear();
    }
    row.addLast(began);
    if (row.size() < IN_A_ROW) {
      return Optional.empty();
    }
    Held now = settled.get();
    Held first = row.removeFirst();
    if (!now.exceeds(began)) {
      row.clear();
    }
    return now.exceeds(first, IN_A_ROW) ? Optional.of(first) : Optional.empty();
  }
}
