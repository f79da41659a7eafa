package org.ipctck.report.diagram;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/** Writes nanoseconds as milliseconds, with as many decimals as tell all the times apart. */
final class Milliseconds {
  private static final int NANO_DECIMALS = 6;

  private final int decimals;

  Milliseconds(Collection<Long> nanos) {
    SortedSet<Long> times = new TreeSet<>(nanos);
    int enough = 2;
    while (enough < NANO_DECIMALS && !tellsApart(times, enough)) {
      enough++;
    }
    decimals = enough;
  }

  private static boolean tellsApart(SortedSet<Long> times, int decimals) {
    return times.stream().map(t -> rounded(t, decimals)).distinct().count() == times.size();
  }

  private static BigDecimal rounded(long nanos, int decimals) {
    return BigDecimal.valueOf(nanos, NANO_DECIMALS).setScale(decimals, RoundingMode.HALF_UP);
  }

  String of(long nanos) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", rounded(nanos, decimals));
  }

  /** A stretch of time: {@code 3.10 to 3.14}, or {@code 4.31 on} when it has no end. */
  String of(OptionalLong from, OptionalLong to) {
    if (from.isEmpty()) {
      return "";
    }
    String begin = of(from.getAsLong());
    if (to.isEmpty()) {
      return begin + " on";
    }
    String end = of(to.getAsLong());
    return begin.equals(end) ? begin : begin + " to " + end;
  }
}
