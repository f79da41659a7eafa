package org.ipctck.runner.verdict;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Many ids in few words: {@code ORD-4, 6-10; CRA-4}. */
final class Ids {
  private Ids() {}

  static String brief(List<String> ids) {
    Map<String, TreeSet<Integer>> families = new LinkedHashMap<>();
    for (String id : ids) {
      int hyphen = id.indexOf('-');
      families
          .computeIfAbsent(id.substring(0, hyphen), key -> new TreeSet<>())
          .add(Integer.parseInt(id.substring(hyphen + 1)));
    }
    return families.entrySet().stream()
        .map(family -> family.getKey() + "-" + runs(family.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static String runs(TreeSet<Integer> numbers) {
    return numbers.stream()
        .filter(number -> !numbers.contains(number - 1))
        .map(first -> run(first, numbers))
        .collect(Collectors.joining(", "));
  }

  private static String run(int first, TreeSet<Integer> numbers) {
    int last = first;
    while (numbers.contains(last + 1)) {
      last++;
    }
    return last == first ? "" + first : first + (last == first + 1 ? ", " : "-") + last;
  }
}
