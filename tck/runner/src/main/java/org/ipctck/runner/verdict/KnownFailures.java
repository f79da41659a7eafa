package org.ipctck.runner.verdict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipctck.runner.exit.CannotGoOn;

/**
 * What is known to fail: it still runs, and must fail.
 *
 * @param entries a line each
 */
public record KnownFailures(List<Entry> entries) {
  private static final Pattern LINE =
      Pattern.compile("(?:([a-z0-9*?-]+):)?([A-Z0-9*?-]+)(?:/([A-Za-z0-9*?]+))?");

  public KnownFailures {
    entries = List.copyOf(entries);
  }

  /**
   * One line.
   *
   * @param subject which subjects
   * @param id which requirements
   * @param check which of their checks; empty for the requirement as a whole
   * @param text the pattern as written
   */
  public record Entry(Glob subject, Glob id, Optional<Glob> check, String text) {

    boolean lists(String name, String requirement) {
      return subject.matches(name) && id.matches(requirement);
    }
  }

  /** Nothing is known to fail. */
  public static KnownFailures none() {
    return new KnownFailures(List.of());
  }

  /** Reads a file. */
  public static KnownFailures read(Path file) {
    try {
      return parse(Files.readAllLines(file), file.toString());
    } catch (IOException e) {
      throw CannotGoOn.usage("known failures cannot be read: path=" + file + "; check it");
    }
  }

  static KnownFailures parse(List<String> lines, String name) {
    List<Entry> entries = new ArrayList<>();
    for (int number = 1; number <= lines.size(); number++) {
      String text = lines.get(number - 1).replaceFirst("(^|\\s)#.*", "").strip();
      if (!text.isEmpty()) {
        entries.add(entry(text, name + ":" + number));
      }
    }
    return new KnownFailures(entries);
  }

  private static Entry entry(String text, String place) {
    Matcher line = LINE.matcher(text);
    if (!line.matches()) {
      throw CannotGoOn.usage(
          "a known failure is [SUBJECT:]ID[/CHECK]  # reason: "
              + place
              + " says '"
              + text
              + "'; such as pipe:CRA-3  # not flushed, link");
    }
    Glob subject = new Glob(Optional.ofNullable(line.group(1)).orElse("*"));
    Optional<Glob> check = Optional.ofNullable(line.group(3)).map(Glob::new);
    return new Entry(subject, new Glob(line.group(2)), check, text);
  }

  /** Whether a line names this very check. */
  boolean listsCheck(String subject, String id, String check) {
    return entries.stream()
        .filter(entry -> entry.lists(subject, id))
        .anyMatch(entry -> entry.check().filter(glob -> glob.matches(check)).isPresent());
  }

  /** Whether a line names this requirement as a whole. */
  boolean listsRequirement(String subject, String id) {
    return entries.stream().anyMatch(entry -> entry.lists(subject, id) && entry.check().isEmpty());
  }

  /**
   * The patterns that match nothing in the whole catalogue.
   *
   * @param paths of all checks, such as {@code ORD-1/messagesArriveInOrder}
   */
  public List<String> unmatched(List<String> ids, List<String> paths) {
    return entries.stream()
        .filter(entry -> entry.check().isEmpty() ? noId(entry, ids) : noPath(entry, paths))
        .map(Entry::text)
        .toList();
  }

  private static boolean noId(Entry entry, List<String> ids) {
    return ids.stream().noneMatch(entry.id()::matches);
  }

  private static boolean noPath(Entry entry, List<String> paths) {
    return paths.stream()
        .map(path -> path.split("/", 2))
        .noneMatch(
            sides ->
                entry.id().matches(sides[0])
                    && entry.check().filter(glob -> glob.matches(sides[1])).isPresent());
  }
}
