package org.ipctck.rule;

import java.util.List;
import java.util.Optional;
import org.ipctck.history.History;
import org.ipctck.history.Sight;
import org.ipctck.scenario.Move;

/**
 * What the kit put where a channel had a name is still there, untouched, and nobody uses it: every
 * later look is compared with what was put.
 */
public final class Strangers implements Rule {
  @Override
  public Finding judge(History history) {
    Surest surest = new Surest();
    List<Sight> looks = looks(history);
    boolean seen = false;
    for (Move move : history.scenario().moves()) {
      Optional<Sight> put = history.sight(move.name());
      if (move.deed() instanceof Move.Put && put.isPresent()) {
        for (Sight look : looks) {
          boolean after = look.begun() > put.get().done();
          seen |= after;
          if (after && !likeItsOwn(put.get(), looks)) {
            put.get().names().forEach(name -> judge(name, look, surest));
            followed(put.get(), look, surest);
          }
        }
      }
    }
    return surest.finding(seen ? "" : "nobody looked at what was put there");
  }

  private static List<Sight> looks(History history) {
    return history.scenario().moves().stream()
        .filter(move -> move.deed() instanceof Move.Look)
        .map(move -> history.sight(move.name()))
        .flatMap(Optional::stream)
        .toList();
  }

  /** A stale FIFO or socket of its own cannot be told from one of somebody else. */
  private static boolean likeItsOwn(Sight put, List<Sight> looks) {
    Sight.Name thing = put.names().getFirst();
    return thing.type() != Sight.Type.FILE
        && looks.stream()
            .filter(look -> look.done() < put.begun())
            .flatMap(look -> look.names().stream())
            .anyMatch(name -> name.path().equals(thing.path()) && name.type() == thing.type());
  }

  private static void judge(Sight.Name name, Sight last, Surest surest) {
    Optional<Sight.Name> now =
        last.names().stream().filter(other -> other.path().equals(name.path())).findFirst();
    if (now.isEmpty() || now.get().inode() != name.inode()) {
      String what = now.isEmpty() ? "it is gone" : "something else has its name: " + now.get();
      surest.add(Observation.STRANGER_DELETED, Long.MAX_VALUE, () -> deleted(name, what));
    } else if (!now.get().unchanged(name)) {
      surest.add(
          Observation.STRANGER_TAKEN_OVER,
          Long.MAX_VALUE,
          () ->
              taken(
                  name,
                  "its content went from %s to %s".formatted(name.content(), now.get().content())));
    }
    last.held().stream()
        .filter(held -> held.inode() == name.inode() && held.target().endsWith("/" + name.path()))
        .findFirst()
        .ifPresent(
            held ->
                surest.add(
                    Observation.STRANGER_TAKEN_OVER,
                    Long.MAX_VALUE,
                    () -> taken(name, held.process() + " has it open as its own")));
  }

  /** A link to nothing that leads to something now. */
  private static void followed(Sight put, Sight last, Surest surest) {
    Sight.Name link = put.names().getFirst();
    last.names().stream()
        .filter(
            name -> link.type() == Sight.Type.LINK && link.content().endsWith("/" + name.path()))
        .filter(name -> put.names().stream().noneMatch(old -> old.path().equals(name.path())))
        .findFirst()
        .ifPresent(
            made ->
                surest.add(
                    Observation.STRANGER_TAKEN_OVER,
                    Long.MAX_VALUE,
                    () -> taken(link, "it was followed, and " + made.path() + " was made")));
  }

  private static Violation deleted(Sight.Name name, String what) {
    return violation(Observation.STRANGER_DELETED, name, "it is left where it is", what);
  }

  private static Violation taken(Sight.Name name, String what) {
    return violation(
        Observation.STRANGER_TAKEN_OVER, name, "no channel is made in it or through it", what);
  }

  private static Violation violation(
      Observation observation, Sight.Name name, String then, String what) {
    return new Violation(
        observation,
        "%s be a %s that no transport made".formatted(name.path(), name.type()),
        then,
        what,
        List.of(),
        List.of(),
        Long.MAX_VALUE);
  }
}
