package org.ipctck.runner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipctck.requirement.Requirement;
import org.ipctck.runner.exit.CannotGoOn;
import org.ipctck.runner.verdict.Selection;
import org.ipctck.suite.Depth;
import picocli.CommandLine.Option;

/** Which requirements are judged, and how thoroughly. */
final class JudgingOptions {
  private static final List<String> DEPTHS = List.of("quick", "standard", "thorough");
  private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,5})(s|m|h)");

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "ID|FAMILY|GLOB",
      description = "requirements, families or patterns, with commas between")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      defaultValue = "may",
      description = "must: only these; should: these too; may: all (default)")
  private Requirement.Level level = Requirement.Level.MAY;

  @Option(
      names = "--depth",
      paramLabel = "DEPTH",
      defaultValue = "quick",
      description = "quick, standard (5 times the evidence) or thorough (50 times)")
  private String depth = "quick";

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      defaultValue = "",
      description = "time for each subject, such as 90s, 10m or 1h; what it cuts is inconclusive")
  private String budget = "";

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "where all random choices come from; printed by each run")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--known-failures",
      paramLabel = "FILE",
      description = "what is known to fail: [SUBJECT:]ID[/CHECK]  # reason, a line each")
  private Optional<Path> knownFailures = Optional.empty();

  @Option(names = "--strict", description = "a MUST that is untested here leaves it undecided")
  private boolean strict;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      defaultValue = "1/1",
      description = "only the I-th of N parts of the requirements")
  private String shard = "1/1";

  /** Refuses what cannot be meant. */
  void check() {
    selection();
    budget();
    if (!DEPTHS.contains(depth)) {
      throw CannotGoOn.unknown("depth", depth, DEPTHS, "there are " + DEPTHS);
    }
    knownFailures.filter(file -> !Files.isReadable(file)).ifPresent(JudgingOptions::unreadable);
  }

  private static void unreadable(Path file) {
    throw CannotGoOn.usage("known failures cannot be read: path=" + file + "; check it");
  }

  Selection selection() {
    return Selection.of(only, level, shard);
  }

  Optional<Duration> budget() {
    if (budget.isEmpty()) {
      return Optional.empty();
    }
    Matcher time = TIME.matcher(budget);
    if (!time.matches()) {
      throw CannotGoOn.usage("a budget is a time: budget=" + budget + "; such as 90s, 10m or 1h");
    }
    long number = Long.parseLong(time.group(1));
    return Optional.of(
        switch (time.group(2)) {
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMinutes(number);
          default -> Duration.ofHours(number);
        });
  }

  long seed() {
    return seed.orElseGet(() -> ThreadLocalRandom.current().nextLong(1, Integer.MAX_VALUE));
  }

  Depth depth() {
    return Depth.valueOf(depth.toUpperCase(Locale.ROOT));
  }

  Optional<Path> knownFailures() {
    return knownFailures;
  }

  boolean strict() {
    return strict;
  }
}
