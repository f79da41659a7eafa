package org.ipctck.rule;

import java.util.Arrays;

/** Receives whose result is unknown: each may have taken one message from its start on. */
final class Hidden {
  private Hidden() {}

  /** The starts of those receives, ascending. */
  static long[] starts(Delivery delivery) {
    long[] starts = new long[delivery.hiding.size()];
    for (int place = 0; place < starts.length; place++) {
      starts[place] = delivery.operations.begin(delivery.hiding.get(place));
    }
    Arrays.sort(starts);
    return starts;
  }
}
