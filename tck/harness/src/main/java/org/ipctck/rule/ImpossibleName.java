package org.ipctck.rule;

import java.util.List;
import java.util.Optional;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operation;
import org.ipctck.history.Outcome;
import org.ipctck.history.Sight;
import org.ipctck.scenario.ChannelPlan;
import org.ipctck.spi.Reason;

/**
 * A name that may not fit is refused as such, or it is represented whole: it takes nobody else's
 * place, and lies where it belongs. The channels of the scenario have names that a cut or a padding
 * would make one.
 */
public final class ImpossibleName implements Rule {
  @Override
  public Finding judge(History history) {
    Surest surest = new Surest();
    boolean answered = false;
    List<Operation> rows = history.operations().rows().toList();
    for (Operation open : rows) {
      if (open.kind() == Kind.OPEN && open.returned() && !lacking(history, open)) {
        answered = true;
        boolean refused = open.outcome() == Outcome.REFUSED;
        if (refused && open.reason() == Reason.NAME_IN_USE && another(rows, open)) {
          add(surest, history, open, "it was refused as NAME_IN_USE while another name was open");
        } else if (refused && open.reason() != Reason.NAME_INVALID) {
          add(surest, history, open, "it was refused as " + open.reason());
        } else if (open.outcome() == Outcome.DONE) {
          astray(history, open)
              .ifPresent(path -> add(surest, history, open, "it was opened, and made " + path));
        }
      }
    }
    return surest.finding(answered ? "" : "nobody was told what becomes of the name");
  }

  /** Whether it was refused for want of a host's means, or of the other side. */
  private static boolean lacking(History history, Operation open) {
    boolean first =
        OpeningAlone.mayBeFirst(history, history.scenario().ends().get(open.end()).side());
    return switch (open.reason()) {
      case RESOURCES -> true;
      case NO_PEER, TIMEOUT -> !first;
      default -> false;
    };
  }

  /** Whether another name was open all the while. */
  private static boolean another(List<Operation> rows, Operation open) {
    return rows.stream()
        .filter(row -> row.kind() == Kind.OPEN && row.outcome() == Outcome.DONE)
        .filter(row -> row.end() != open.end() && row.finish() < open.begin())
        .anyMatch(row -> rows.stream().noneMatch(close -> closes(close, row, open)));
  }

  private static boolean closes(Operation close, Operation row, Operation open) {
    return close.kind() == Kind.CLOSE && close.end() == row.end() && close.begin() <= open.finish();
  }

  /** A name that was made outside the directory of the channel. */
  private static Optional<String> astray(History history, Operation open) {
    String folder = plan(history, open).folder() + "/";
    return history.sights().stream()
        .flatMap(sight -> sight.names().stream())
        .filter(name -> name.type() != Sight.Type.DIRECTORY)
        // Memory that has a name lies in no folder of anybody.
        .filter(name -> !name.path().startsWith("/") && !name.path().startsWith(folder))
        .map(Sight.Name::path)
        .findFirst();
  }

  private static ChannelPlan plan(History history, Operation open) {
    return history.scenario().channel(history.scenario().ends().get(open.end()).channel());
  }

  private static void add(Surest surest, History history, Operation open, String but) {
    surest.add(
        Observation.IMPOSSIBLE_NAME,
        Long.MAX_VALUE,
        () ->
            new Violation(
                Observation.IMPOSSIBLE_NAME,
                "the name of the channel be " + shown(plan(history, open).path()),
                "an end of it is opened under that whole name, or refused with NAME_INVALID",
                but,
                List.of(open.index()),
                List.of(),
                Long.MAX_VALUE));
  }

  /** Long names in brief, and letters that cannot be seen by their numbers. */
  private static String shown(String name) {
    String seen = name.replace("\0", "\\0");
    String brief = seen.length() > 40 ? seen.substring(0, 20) + "…" : seen;
    return "'%s' (%d letters)".formatted(brief, name.length());
  }
}
