package org.ipctck.benchmark.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** What was seen while ends died or were stopped. */
final class Tally {
  private final List<Long> waits = new ArrayList<>();
  private final AtomicLong wrong = new AtomicLong();
  private final AtomicLong messages = new AtomicLong();
  private int processes;
  private int ends;
  private int within;
  private long inFlight;

  void struck(int endsStruck, int withinSends) {
    processes++;
    ends += endsStruck;
    within += withinSends;
  }

  void wrong(String what) {
    wrong.incrementAndGet();
    System.out.println("WRONG: " + what);
  }

  void message() {
    messages.incrementAndGet();
  }

  void messages(long count) {
    messages.addAndGet(count);
  }

  void inFlight(long count) {
    inFlight += count;
  }

  /** How long after a blow a survivor was free again. */
  synchronized void waited(long nanos) {
    waits.add(nanos);
  }

  long wrongs() {
    return wrong.get();
  }

  synchronized String line(String what) {
    Collections.sort(waits);
    return String.format(
        Locale.ROOT,
        "%s: processes %d, ends %d, of these within an operation %d, messages checked %d, wrong %d,"
            + " gone with a receive %d, survivors free again after ms median %.1f p99 %.1f max %.1f",
        what,
        processes,
        ends,
        within,
        messages.get(),
        wrong.get(),
        inFlight,
        millis(0.5),
        millis(0.99),
        millis(1));
  }

  private double millis(double quantile) {
    return waits.isEmpty() ? 0 : waits.get((int) ((waits.size() - 1) * quantile)) / 1e6;
  }
}
