package org.ipctck.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ipctck.history.History;
import org.ipctck.history.Sight;
import org.ipctck.spi.Promise;

/** No name that the kit ever saw let in anybody whom the declared mode keeps out. */
public final class Widest implements Rule {
  /** Reading or writing by the group or by others. */
  private static final int READ_OR_WRITE = 066;

  /** Connecting to a socket asks for the right to write and no other; unix(7). */
  private static final int WRITE = 022;

  /** Passing through a directory. */
  private static final int PASS = 011;

  @Override
  public Finding judge(History history) {
    if (history.profile().is(Promise.MODE, "open")) {
      return Finding.kept();
    }
    Surest surest = new Surest();
    boolean seen = false;
    for (Sight sight : history.sights()) {
      Set<String> shut = shut(sight);
      for (Sight.Name name : sight.names()) {
        seen |= name.type() != Sight.Type.DIRECTORY;
        if (wide(name) && shut.stream().noneMatch(name.path()::startsWith)) {
          surest.add(Observation.TOO_WIDE, Long.MAX_VALUE, () -> violation(name));
        }
      }
    }
    return surest.finding(seen ? "" : "the channel was never seen to have a name");
  }

  private static boolean wide(Sight.Name name) {
    return switch (name.type()) {
      case FILE, FIFO, OTHER -> (name.mode() & READ_OR_WRITE) != 0;
      case SOCKET -> (name.mode() & WRITE) != 0;
      case LINK, DIRECTORY -> false;
    };
  }

  /**
   * Directories that were never seen to let anybody else pass: what lies in them is reached by
   * none.
   */
  private static Set<String> shut(Sight sight) {
    Set<String> shut = new HashSet<>();
    for (Sight.Name name : sight.names()) {
      boolean open =
          sight.names().stream()
              .anyMatch(other -> other.path().equals(name.path()) && (other.mode() & PASS) != 0);
      if (name.type() == Sight.Type.DIRECTORY && !open) {
        shut.add(name.path() + "/");
      }
    }
    return shut;
  }

  private static Violation violation(Sight.Name name) {
    return new Violation(
        Observation.TOO_WIDE,
        "a channel be restricted to its owner",
        "its names let in nobody else, at any moment",
        "%s (%s) was seen with mode 0%s"
            .formatted(name.path(), name.type(), Integer.toOctalString(name.mode())),
        List.of(),
        List.of(),
        Long.MAX_VALUE);
  }
}
