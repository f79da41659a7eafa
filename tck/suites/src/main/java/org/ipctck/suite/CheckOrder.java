package org.ipctck.suite;

import java.util.Comparator;
import org.ipctck.requirement.Catalogue;

/** The order in which checks are listed and judged: that of the documents. */
final class CheckOrder {
  static final Comparator<CheckInfo> BY_REQUIREMENT =
      Comparator.comparingInt(CheckOrder::place).thenComparing(CheckInfo::name);

  private CheckOrder() {}

  private static int place(CheckInfo check) {
    return Catalogue.load().all().stream()
        .map(requirement -> requirement.id())
        .toList()
        .indexOf(check.requirement());
  }
}
