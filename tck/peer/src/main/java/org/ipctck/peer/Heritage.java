package org.ipctck.peer;

import java.util.ArrayList;
import java.util.List;
import org.ipctck.spi.Inheriting;
import org.ipctck.spi.TransportException;

/** The commands of a transport whose ends are handed down to child processes. */
final class Heritage {
  private Heritage() {}

  static void start(Command command, Inheriting transport, Wire wire)
      throws TransportException, InterruptedException {
    JsonObject body = command.body();
    List<String> words = new ArrayList<>();
    for (Object word : body.list("command")) {
      words.add(JsonObject.as(String.class, "command", word));
    }
    long pid =
        transport.start(
            new Inheriting.Child(
                words,
                body.texts("environment"),
                body.text("input"),
                body.text("output"),
                body.text("error"),
                ends(body, "ends")));
    wire.write(Wire.reply(command.id()).key("pid").number(pid));
  }

  static void handedDown(Command command, Inheriting transport, Wire wire)
      throws TransportException {
    transport.handedDown(ends(command.body(), "kept"));
    wire.write(Wire.reply(command.id()));
  }

  private static List<Inheriting.End> ends(JsonObject body, String key) {
    List<Inheriting.End> ends = new ArrayList<>();
    for (Object element : body.list(key)) {
      JsonObject end = JsonObject.as(JsonObject.class, key, element);
      Inheriting.Side side =
          Channels.isSender(end.text("side")) ? Inheriting.Side.SENDER : Inheriting.Side.RECEIVER;
      ends.add(
          new Inheriting.End(
              Channels.read(end.object("channel"), new Unheard()), side, end.integer("place", 0)));
    }
    return ends;
  }

  /** Points that are passed before any end exists: nobody can have armed one. */
  private record Unheard() implements java.util.function.Consumer<String> {
    @Override
    public void accept(String point) {}
  }
}
