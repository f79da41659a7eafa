package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Operations;
import org.ipctck.history.Usage;
import org.ipctck.spi.Promise;

/** A call that is blocked uses less than a tenth of a processor. */
public final class Rest implements Rule {
  /** In less time than this a few wake-ups would weigh too much. */
  static final long SPAN_NANOS = 200_000_000;

  @Override
  public Finding judge(History history) {
    if (!history.profile().is(Promise.WAITING, "blocks")) {
      return Finding.undecided("the profile says that it spins");
    }
    Surest surest = new Surest();
    String undecided = "no call was blocked while processor times were read";
    for (Usage usage : usages(history)) {
      int row = spanning(history, usage);
      long span = usage.until() - usage.from();
      if (row < 0 || span < SPAN_NANOS) {
        continue;
      }
      boolean rests = usage.nanos() <= span / 10;
      if (usage.whole() && !rests) {
        return Finding.undecided("only the time of a whole process could be read, which was busy");
      }
      undecided = "";
      if (!rests) {
        surest.add(
            Observation.BUSY_WHILE_BLOCKED,
            Long.MAX_VALUE,
            () -> violation(history, usage, row, span));
      }
    }
    return surest.finding(undecided);
  }

  private static List<Usage> usages(History history) {
    return history.faults().stream().flatMap(record -> record.usages().stream()).toList();
  }

  /** The one operation of an end that was open all the time, -1 when there was none. */
  private static int spanning(History history, Usage usage) {
    Operations operations = history.operations();
    for (int row = 0; row < operations.size(); row++) {
      if (history.scenario().ends().get(operations.end(row)).name().equals(usage.end())
          && operations.begin(row) < usage.from()
          && operations.finish(row) > usage.until()) {
        return row;
      }
    }
    return -1;
  }

  private static Violation violation(History history, Usage usage, int row, long span) {
    Words words = new Words(history);
    String kind = history.operations().kind(row).name().toLowerCase(java.util.Locale.ROOT);
    return new Violation(
        Observation.BUSY_WHILE_BLOCKED,
        "a %s of %s be blocked %s".formatted(kind, words.end(row), words.span(row)),
        "it uses less than a tenth of a processor",
        "its thread used %d ms of processor time within %d ms"
            .formatted(usage.nanos() / 1_000_000, span / 1_000_000),
        List.of(row),
        List.of(),
        Long.MAX_VALUE);
  }
}
