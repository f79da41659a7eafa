package org.ipctck.runner.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ipctck.requirement.Catalogue;
import org.ipctck.requirement.Requirement;
import org.ipctck.runner.exit.CannotGoOn;

/**
 * Which requirements are judged.
 *
 * @param only ids, families or patterns of them; empty for all
 * @param level the least binding level
 * @param shard which part, from 1
 * @param shards of how many parts
 */
public record Selection(List<String> only, Requirement.Level level, int shard, int shards) {

  public Selection {
    only = List.copyOf(only);
    if (shard < 1 || shard > shards) {
      throw CannotGoOn.usage(
          "a shard is I/N with I from 1 to N: shard=" + shard + "/" + shards + "; such as 1/3");
    }
    only.forEach(Selection::check);
  }

  /** Everything. */
  public static Selection everything() {
    return new Selection(List.of(), Requirement.Level.MAY, 1, 1);
  }

  /** With the part written as {@code I/N}. */
  public static Selection of(List<String> only, Requirement.Level level, String part) {
    if (!part.matches("[0-9]{1,4}/[0-9]{1,4}")) {
      throw CannotGoOn.usage("a shard is I/N: shard=" + part + "; such as 1/3");
    }
    String[] sides = part.split("/");
    return new Selection(only, level, Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
  }

  /** The requirements that it chooses, in order. */
  public List<Requirement> requirements() {
    List<Requirement> chosen =
        Catalogue.load().all().stream()
            .filter(each -> each.level().compareTo(level) <= 0)
            .filter(each -> only.isEmpty() || only.stream().anyMatch(word -> names(word, each)))
            .toList();
    return IntStream.range(0, chosen.size())
        .filter(place -> place % shards == shard - 1)
        .mapToObj(chosen::get)
        .toList();
  }

  private static boolean names(String word, Requirement requirement) {
    Glob glob = new Glob(word.toUpperCase(Locale.ROOT));
    return glob.matches(requirement.id())
        || glob.matches(prefix(requirement))
        || glob.matches(requirement.family().toUpperCase(Locale.ROOT));
  }

  private static String prefix(Requirement requirement) {
    return requirement.id().substring(0, requirement.id().indexOf('-'));
  }

  private static void check(String word) {
    List<Requirement> all = Catalogue.load().all();
    if (!new Glob(word).isOpen() && all.stream().noneMatch(each -> names(word, each))) {
      List<String> known =
          Stream.of(
                  all.stream().map(Requirement::id),
                  all.stream().map(Selection::prefix),
                  Arrays.stream(Catalogue.FAMILIES.toArray(String[]::new)))
              .flatMap(names -> names)
              .distinct()
              .toList();
      throw CannotGoOn.unknown(
          "requirement or family", word, known, "'ipc-tck list requirements' names all");
    }
  }
}
