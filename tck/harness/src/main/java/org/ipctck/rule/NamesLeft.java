package org.ipctck.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ipctck.history.History;
import org.ipctck.history.Sight;

/**
 * Nothing that a channel made has a name after its last close. The history has two looks, one while
 * the channel was open and one after the close.
 *
 * @param before the name of the look while ends were open
 * @param after the name of the look after everything was closed, and recovered
 */
public record NamesLeft(String before, String after) implements Rule {
  /** Where files have names that are no paths of the channel's directory. */
  private static final List<String> MEMORY = List.of("/dev/shm/", "/dev/mqueue/");

  @Override
  public Finding judge(History history) {
    if (history.sight(before).isEmpty() || history.sight(after).isEmpty()) {
      return Finding.undecided("nobody looked after the close");
    }
    Surest surest = new Surest();
    Sight open = history.sight(before).get();
    Sight closed = history.sight(after).get();
    Stream<String> inDirectory =
        closed.names().stream()
            .filter(name -> !name.path().startsWith("/") && !ofTheKit(history, name))
            .map(name -> name.path() + " (" + name.type() + ")");
    Stream.concat(inDirectory, inMemory(open, closed))
        .forEach(left -> surest.add(Observation.NAME_LEFT, Long.MAX_VALUE, () -> violation(left)));
    return surest.finding();
  }

  private static boolean ofTheKit(History history, Sight.Name name) {
    return history.scenario().channels().stream()
        .anyMatch(plan -> plan.folder().equals(name.path()));
  }

  /** What a process had open or mapped in memory that has a name, and has it still. */
  private static Stream<String> inMemory(Sight open, Sight closed) {
    Set<String> still = new HashSet<>();
    closed.names().forEach(name -> still.add(name.path() + "#" + name.inode()));
    return open.held().stream()
        .filter(held -> MEMORY.stream().anyMatch(held.target()::startsWith))
        .filter(held -> still.contains(held.target() + "#" + held.inode()))
        .map(Sight.Held::target)
        .distinct();
  }

  private static Violation violation(String left) {
    return new Violation(
        Observation.NAME_LEFT,
        "every end of the channel be closed",
        "no name of it remains",
        "the kit found " + left,
        List.of(),
        List.of(),
        Long.MAX_VALUE);
  }
}
