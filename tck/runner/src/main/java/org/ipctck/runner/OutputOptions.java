package org.ipctck.runner;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.ipctck.runner.exit.CannotGoOn;
import org.ipctck.runner.judge.Screen;
import org.ipctck.runner.record.OutputFolder;
import org.ipctck.runner.screen.Screens;
import org.ipctck.runner.screen.Terminal;
import picocli.CommandLine.Option;

/** Where a command writes its reports, and how it shows that it goes on. */
final class OutputOptions {
  private static final List<String> FORMATS = List.of("html", "junit", "json");

  /** How progress is shown on standard error. */
  enum Progress {
    AUTO,
    JSON,
    NONE
  }

  /** Whether standard error is coloured. */
  enum Color {
    AUTO,
    ALWAYS,
    NEVER
  }

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "ipc-tck-out",
      description = "folder of the reports (default ipc-tck-out)")
  private Path out = Path.of("ipc-tck-out");

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "FORMAT",
      defaultValue = "html,junit,json",
      description = "html, junit, json, with commas between (default all; json is always written)")
  private List<String> formats = List.of();

  @Option(
      names = "--progress",
      paramLabel = "HOW",
      defaultValue = "auto",
      description = "auto, json or none, on standard error (default auto)")
  private Progress progress = Progress.AUTO;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto, always or never (default auto; NO_COLOR is honoured)")
  private Color color = Color.AUTO;

  /** The folder, made and found writable. */
  OutputFolder folder() {
    return OutputFolder.prepare(out);
  }

  /** The formats, each known. */
  List<String> formats() {
    for (String format : formats) {
      if (format.equals("markdown")) {
        throw CannotGoOn.usage(
            "--format markdown comes with a later release; there are " + FORMATS);
      }
      if (!FORMATS.contains(format)) {
        throw CannotGoOn.unknown("format", format, FORMATS, "there are " + FORMATS);
      }
    }
    return List.copyOf(formats);
  }

  /** Where progress is shown. */
  Screen screen() {
    return Screens.of(word(progress), Terminal.standardError(word(color)));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
