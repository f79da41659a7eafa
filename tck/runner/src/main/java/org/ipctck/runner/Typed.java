package org.ipctck.runner;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Command lines as people type them. */
final class Typed {
  private Typed() {}

  /** The launcher, as it was called, with these words; quoted where a shell needs it. */
  static String command(List<String> words) {
    String launcher = System.getProperty("ipctck.launcher", "ipc-tck");
    return Stream.concat(Stream.of(launcher), words.stream())
        .map(Typed::quoted)
        .collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
