package org.ipctck.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.ipctck.history.Content;
import org.ipctck.history.MessageId;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.ChannelPlan;
import org.ipctck.spi.Reason;

/** The words of the protocol, read into the kit's own. */
final class Wire {
  private Wire() {}

  static Optional<Outcome> outcome(String word) {
    return constant(Outcome.class, word).filter(outcome -> outcome != Outcome.PENDING);
  }

  static Optional<Reason> reason(String word) {
    return word.isEmpty() ? Optional.of(Reason.NONE) : constant(Reason.class, word);
  }

  static Optional<Content> content(String word) {
    return word.isEmpty() ? Optional.of(Content.NONE) : constant(Content.class, word);
  }

  static long message(JsonNode array) {
    if (array.size() != 3) {
      return MessageId.NONE;
    }
    long sequence = array.path(2).asLong();
    return MessageId.of(array.path(0).asInt(), array.path(1).asInt(), sequence);
  }

  /** The bytes of a short message in a long, the first lowest. */
  static long raw(String hex) {
    if (hex.length() > 14 || !hex.matches("([0-9a-fA-F]{2})*")) {
      return 0;
    }
    byte[] bytes = HexFormat.of().parseHex(hex);
    long raw = 0;
    for (int i = bytes.length - 1; i >= 0; i--) {
      raw = raw << 8 | bytes[i] & 0xff;
    }
    return raw;
  }

  /** A channel as commands carry it; its directory is made if it is not there. */
  static ObjectNode channel(ChannelPlan plan, Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw Scratch.unwritable(directory, e);
    }
    ObjectNode node = Peer.command("");
    node.remove("do");
    node.put("directory", directory.toString())
        .put("name", plan.path())
        .put("number", plan.number())
        .put("capacity", plan.capacity())
        .put("maxBytes", plan.maxBytes())
        .put("senders", plan.senders())
        .put("receivers", plan.receivers())
        .put("mode", "restricted")
        .putObject("settings");
    return node;
  }

  private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String word) {
    String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }
}
