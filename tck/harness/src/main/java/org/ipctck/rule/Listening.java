package org.ipctck.rule;

import java.util.List;
import org.ipctck.history.History;
import org.ipctck.history.Sight;

/**
 * No peer was seen with a socket that another host, or an undeclared stranger on this one, could
 * reach through a network.
 */
public final class Listening implements Rule {
  /** What a profile declares to say that it listens on the loopback, and how strangers are told. */
  public static final String DECLARED = "listener";

  @Override
  public Finding judge(History history) {
    Surest surest = new Surest();
    boolean declared = history.profile().declarations().containsKey(DECLARED);
    for (Sight sight : history.sights()) {
      for (Sight.Socket socket : sight.sockets()) {
        boolean local = socket.family().equals("unix") || socket.loopback() && declared;
        if (socket.listening() && !local) {
          surest.add(Observation.LISTENS, Long.MAX_VALUE, () -> violation(socket));
        }
      }
    }
    return surest.finding(Sight.ofProcesses(history.sights()) ? "" : "nobody looked at a process");
  }

  private static Violation violation(Sight.Socket socket) {
    return new Violation(
        Observation.LISTENS,
        "a channel of this host be open",
        "nobody listens for it on a network that is not declared",
        "%s listens on %s %s%s"
            .formatted(
                socket.process(),
                socket.family(),
                socket.address(),
                socket.loopback() ? ", the loopback" : ""),
        List.of(),
        List.of(),
        Long.MAX_VALUE);
  }
}
