package org.ipctck.benchmark.traffic;

import java.nio.file.Path;
import java.util.List;

/** How another process of this program is started. */
final class Java {
  private Java() {}

  /** The command of a class of this class path. */
  static List<String> command(Class<?> main, String mechanism, Path directory) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-Xmx256m",
        "--enable-native-access=ALL-UNNAMED",
        "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-cp",
        System.getProperty("java.class.path"),
        main.getName(),
        mechanism,
        directory.toString());
  }
}
