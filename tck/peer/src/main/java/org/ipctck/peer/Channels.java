package org.ipctck.peer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Sender;

/** Reads channels, sides and time-outs from commands. */
final class Channels {
  private Channels() {}

  static Channel read(JsonObject channel, Consumer<String> points) {
    return new Channel(
        Path.of(channel.text("directory")),
        channel.text("name"),
        new Channel.Limits(
            channel.integer("capacity"),
            channel.integer("maxBytes"),
            channel.integer("senders"),
            channel.integer("receivers")),
        channel.text("mode", "restricted"),
        channel.texts("settings"),
        points);
  }

  static boolean isSender(String side) {
    if (side.equals("sender")) {
      return true;
    }
    if (side.equals("receiver")) {
      return false;
    }
    throw new JsonException("the side is sender or receiver: side=" + side);
  }

  static Duration timeout(int millis) {
    if (millis < 0) {
      return Sender.FOREVER;
    }
    return millis == 0 ? Duration.ZERO : Duration.ofMillis(millis);
  }
}
