package org.ipctck.peer;

import java.io.File;
import java.io.IOException;
import java.util.Map;
import org.ipctck.spi.Calling;
import org.ipctck.spi.Counting;
import org.ipctck.spi.Descriptors;
import org.ipctck.spi.Exposing;
import org.ipctck.spi.Identifying;
import org.ipctck.spi.Inheriting;
import org.ipctck.spi.Notifying;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Transport;

/** The answer to hello: who plays, in which version, and what it promises. */
final class Hello {
  private static final int VERSION = 1;

  private Hello() {}

  static Line answer(Command command, Subject subject) {
    check(command.body().integers("versions"));
    Transport transport = subject.transport();
    Profile profile = subject.profile();
    Line line = Wire.reply(command.id()).key("version").number(VERSION);
    line.key("name").text(profile.name()).key("release").text(profile.version());
    line.key("language").text("java").key("pid").number(pid());
    line.key("threads").text("many").key("log").flag(true).key("points").open('[');
    for (String point : words(profile.declarations().getOrDefault("points", ""))) {
      line.text(point);
    }
    abilities(line.close(']'), transport);
    line.key("launch").open('[');
    for (String word : profile.launch()) {
      line.text(word);
    }
    promises(line.close(']'), profile);
    return line.key("clock").decimal(System.nanoTime());
  }

  private static void promises(Line line, Profile profile) {
    line.key("profile").open('{');
    for (Promise promise : Promise.values()) {
      String value = profile.get(promise);
      if (!value.isEmpty()) {
        line.key(promise.key()).text(value);
      }
    }
    line.close('}').key("declarations").open('{');
    for (Map.Entry<String, String> declared : profile.declarations().entrySet()) {
      line.key(declared.getKey()).text(declared.getValue());
    }
    line.close('}');
  }

  private static void check(int[] versions) {
    for (int version : versions) {
      if (version == VERSION) {
        return;
      }
    }
    throw new JsonException("no version in common: known=" + VERSION);
  }

  /** Adds the abilities of a transport or an end. */
  static void abilities(Line line, Object able) {
    line.key("abilities").open('[');
    ability(line, able instanceof Notifying, "notifying");
    ability(line, able instanceof Counting, "counting");
    ability(line, able instanceof Identifying, "identifying");
    ability(line, able instanceof Descriptors, "descriptors");
    ability(line, able instanceof Exposing, "exposing");
    ability(line, able instanceof Inheriting, "inheriting");
    ability(line, able instanceof Calling, "calling");
    line.close(']');
  }

  private static void ability(Line line, boolean able, String word) {
    if (able) {
      line.text(word);
    }
  }

  private static String[] words(String text) {
    return text.isBlank() ? new String[0] : text.strip().split(" ");
  }

  /** The process id, from where it costs least: ProcessHandle starts a pool of threads. */
  private static long pid() {
    try {
      return Long.parseLong(new File("/proc/self").getCanonicalFile().getName());
    } catch (IOException | NumberFormatException elsewhere) {
      return ProcessHandle.current().pid();
    }
  }
}
