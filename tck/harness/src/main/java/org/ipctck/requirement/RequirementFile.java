package org.ipctck.requirement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipctck.spi.Promise;

/** Reads the fixed heading grammar of a requirement document; see docs/add-a-requirement.md. */
final class RequirementFile {
  private static final Pattern HEADING =
      Pattern.compile("### ([A-Z]{2,3}-[1-9][0-9]*) · (MUST|SHOULD|MAY) · (\\S.*)");
  private static final List<String> MEANS =
      List.of("tracing", "root", "namespaces", "containers", "faketime", "other-user", "dev-shm");

  private final String family;
  private final String[] lines;
  private int next;

  private RequirementFile(String family, String text) {
    this.family = family;
    this.lines = text.split("\n");
  }

  /** The requirements of one document, in order. */
  static List<Requirement> parse(String family, String text) {
    RequirementFile file = new RequirementFile(family, text);
    List<Requirement> found = new ArrayList<>();
    while (file.next < file.lines.length) {
      if (file.lines[file.next].startsWith("###")) {
        found.add(file.requirement());
      } else {
        file.next++;
      }
    }
    return found;
  }

  private Requirement requirement() {
    Matcher heading = HEADING.matcher(lines[next]);
    if (!heading.matches()) {
      throw wrong("a heading reads '### ID · LEVEL · title'");
    }
    next++;
    List<Need> needs = needs(after("Needs: "));
    List<String> means = means(after("Means: "));
    String planned = optional("Planned: ");
    String untestable = planned.isEmpty() ? optional("Untestable: ") : "";
    String rule = paragraph();
    String intent = after("> Intent: ");
    String owns = after("> Owns: ");
    Requirement.Level level = Requirement.Level.valueOf(heading.group(2));
    return new Requirement(
        heading.group(1),
        family,
        level,
        heading.group(3),
        needs,
        means,
        planned,
        untestable,
        rule,
        intent,
        owns);
  }

  private String after(String prefix) {
    if (next >= lines.length || !lines[next].startsWith(prefix)) {
      throw wrong("here stands '" + prefix.strip() + "'");
    }
    return lines[next++].substring(prefix.length()).strip();
  }

  private String optional(String prefix) {
    return lines[next].startsWith(prefix) ? after(prefix) : "";
  }

  private String paragraph() {
    StringBuilder text = new StringBuilder();
    while (next < lines.length && !lines[next].isBlank() && !lines[next].startsWith(">")) {
      text.append(text.isEmpty() ? "" : " ").append(lines[next++].strip());
    }
    if (text.isEmpty()) {
      throw wrong("here stands the rule");
    }
    return text.toString();
  }

  private List<Need> needs(String words) {
    return words.equals("nothing")
        ? List.of()
        : Arrays.stream(words.split(", ")).map(this::need).toList();
  }

  private Need need(String words) {
    String[] sides = words.split("=", 2);
    Promise promise =
        Arrays.stream(Promise.values())
            .filter(candidate -> candidate.key().equals(sides[0]))
            .findFirst()
            .orElseThrow(() -> wrong("no such key in the profile: key=" + sides[0]));
    List<String> values = List.of(sides.length == 2 ? sides[1].split("\\|") : new String[0]);
    if (values.isEmpty() || !promise.vocabulary().containsAll(values)) {
      throw wrong("no such value: " + words + " known=" + promise.vocabulary());
    }
    return new Need(promise, values);
  }

  private List<String> means(String words) {
    if (words.equals("nothing")) {
      return List.of();
    }
    List<String> means = List.of(words.toLowerCase(Locale.ROOT).split(", "));
    if (!MEANS.containsAll(means)) {
      throw wrong("no such means: " + words + " known=" + MEANS);
    }
    return means;
  }

  private IllegalStateException wrong(String rule) {
    return new IllegalStateException(rule + ": file=" + family + ".md line=" + (next + 1));
  }
}
