package org.ipctck.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ipctck.fault.Fault;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operation;
import org.ipctck.history.Outcome;
import org.ipctck.history.Sight;
import org.ipctck.scenario.End;

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
    Sight open = history.sight(before).get();
    Sight closed = history.sight(after).get();
    String unclosed = unclosed(history, closed.begun());
    if (!unclosed.isEmpty()) {
      return Finding.undecided(unclosed);
    }
    Surest surest = new Surest();
    Stream<String> inDirectory =
        closed.names().stream()
            .filter(name -> !name.path().startsWith("/") && !ofTheKit(history, name))
            .map(name -> name.path() + " (" + name.type() + ")");
    Stream.concat(inDirectory, inMemory(open, closed))
        .forEach(left -> surest.add(Observation.NAME_LEFT, Long.MAX_VALUE, () -> violation(left)));
    return surest.finding();
  }

  /** Who may still have a right to a name at a moment, in words; empty when nobody has. */
  private static String unclosed(History history, long moment) {
    List<Operation> rows = history.operations().rows().filter(row -> row.begin() < moment).toList();
    for (Operation row : rows) {
      String end = history.scenario().ends().get(row.end()).name();
      if (row.kind() == Kind.OPEN && row.outcome() != Outcome.DONE) {
        return "%s was not opened: %s %s".formatted(end, row.outcome(), row.reason());
      }
      if (row.kind() == Kind.OPEN && !closed(rows, row, moment) && !recovered(history, rows, row)) {
        return "%s was not seen to be closed".formatted(end);
      }
    }
    return "";
  }

  private static boolean closed(List<Operation> rows, Operation open, long moment) {
    return rows.stream()
        .anyMatch(
            row ->
                row.kind() == Kind.CLOSE
                    && row.end() == open.end()
                    && row.outcome() == Outcome.DONE
                    && row.begin() > open.finish()
                    && row.finish() < moment);
  }

  /** Whether its end was struck, and somebody came to its channel when it was dead. */
  private static boolean recovered(History history, List<Operation> rows, Operation open) {
    End end = history.scenario().ends().get(open.end());
    return history.faults().stream()
        .filter(record -> record.landed() && record.fault().kind() != Fault.Kind.SIGSTOP)
        .filter(record -> target(record.fault(), end).equals(record.fault().target()))
        .anyMatch(
            record ->
                rows.stream()
                    .filter(row -> row.kind() == Kind.OPEN && row.begin() > record.done())
                    .map(row -> history.scenario().ends().get(row.end()).channel())
                    .anyMatch(end.channel()::equals));
  }

  private static String target(Fault fault, End end) {
    return fault.kind() == Fault.Kind.ABANDON ? end.name() : end.process();
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
