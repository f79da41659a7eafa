package org.ipctck.rule;

import java.util.Arrays;
import org.ipctck.history.Operations;

/** Orders indices by stamps: both packed into one long, since sorting longs is what is fast. */
final class Sorted {
  private Sorted() {}

  /** The indices of all keys that are not {@link Operations#NEVER}, ascending by key. */
  static int[] order(long[] keys, int size) {
    long least = Long.MAX_VALUE;
    long greatest = Long.MIN_VALUE;
    for (int index = 0; index < size; index++) {
      if (keys[index] != Operations.NEVER) {
        least = Math.min(least, keys[index]);
        greatest = Math.max(greatest, keys[index]);
      }
    }
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(size, 1));
    boolean fits =
        greatest >= least && greatest - least >= 0 && greatest - least < 1L << (63 - bits);
    if (!fits && greatest >= least) {
      return order(ranks(keys, size), size);
    }
    return unpacked(keys, size, least, bits);
  }

  private static int[] unpacked(long[] keys, int size, long least, int bits) {
    long[] packed = new long[size];
    int used = 0;
    for (int index = 0; index < size; index++) {
      if (keys[index] != Operations.NEVER) {
        packed[used++] = (keys[index] - least) << bits | index;
      }
    }
    Arrays.sort(packed, 0, used);
    int[] order = new int[used];
    long mask = (1L << bits) - 1;
    for (int place = 0; place < used; place++) {
      order[place] = (int) (packed[place] & mask);
    }
    return order;
  }

  /** Keys too far apart to be packed, replaced by their places among all keys. */
  private static long[] ranks(long[] keys, int size) {
    long[] sorted = Arrays.copyOf(keys, size);
    Arrays.sort(sorted);
    long[] ranks = new long[size];
    for (int index = 0; index < size; index++) {
      long key = keys[index];
      ranks[index] = key == Operations.NEVER ? key : first(sorted, key);
    }
    return ranks;
  }

  private static int first(long[] sorted, long key) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
