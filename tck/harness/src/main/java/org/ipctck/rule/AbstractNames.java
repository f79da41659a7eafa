package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Sight;

/** No peer was seen with a socket bound to a name that has no owner and no mode; unix(7). */
public final class AbstractNames implements Rule {
  @Override
  public Finding judge(History history) {
    Surest surest = new Surest();
    for (Sight sight : history.sights()) {
      for (Sight.Socket socket : sight.sockets()) {
        if (socket.family().equals("unix") && socket.address().startsWith("@")) {
          surest.add(Observation.ABSTRACT_NAME, Long.MAX_VALUE, () -> violation(socket));
        }
      }
    }
    return surest.finding(Sight.ofProcesses(history.sights()) ? "" : "nobody looked at a process");
  }

  private static Violation violation(Sight.Socket socket) {
    return new Violation(
        Observation.ABSTRACT_NAME,
        "a channel be restricted to its owner",
        "each of its names has permissions",
        "%s has bound the abstract name %s".formatted(socket.process(), socket.address()),
        List.of(),
        List.of(),
        Long.MAX_VALUE);
  }
}
