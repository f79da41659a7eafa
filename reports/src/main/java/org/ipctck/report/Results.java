package org.ipctck.report;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that one run found, as it stands in {@code results.json}: the components are its keys,
 * in its order. Keys that are written only where there is something to say are marked so.
 */
public record Results(String schema, Kit kit, Run run, List<Subject> subjects) {
  /** The schema that this version reads and writes. */
  public static final String SCHEMA = "ipc-tck-results/1";

  public Results {
    requireNonNull(kit, "kit");
    requireNonNull(run, "run");
    subjects = List.copyOf(subjects);
  }

  /** The kit that judged, and the digest of the requirements it judged by. */
  public record Kit(String version, String requirements, String digest) {}

  /** How the run was started, on what host and with what means. */
  public record Run(
      String id,
      String started,
      long durationMs,
      String command,
      long seed,
      String depth,
      int exit,
      Host host,
      Map<String, Means> means,
      @JsonInclude(Include.NON_EMPTY) String out) {
    public Run {
      requireNonNull(host, "host");
      means = ordered(means);
      out = requireNonNullElse(out, "");
    }

    /** Where the reports of this run were put, as seen from where it was started, with a slash. */
    String folder() {
      return out.isEmpty() ? "" : out + "/";
    }
  }

  /** The machine that the run was on; {@code calibration} multiplies every bound. */
  public record Host(
      String os, String kernel, int cpus, String jdk, double calibration, Stalls stalls) {
    public Host {
      requireNonNull(stalls, "stalls");
    }
  }

  /** The pauses of the host that the kit noticed during the run. */
  public record Stalls(int count, long longestMs) {}

  /** A means of testing that the machine offers or lacks. */
  public record Means(boolean present, @JsonInclude(Include.NON_EMPTY) String reason) {}

  /** One transport that was judged. */
  public record Subject(
      String name,
      String version,
      String mechanism,
      String hosting,
      JsonNode profile,
      Conformance verdict,
      String sentence,
      List<Requirement> requirements) {
    public Subject {
      requireNonNull(verdict, "verdict");
      requirements = List.copyOf(requirements);
    }
  }

  /** One requirement as one subject kept it; {@code rule} and {@code needs} may be missing. */
  public record Requirement(
      String id,
      String family,
      String level,
      String title,
      @JsonInclude(Include.NON_EMPTY) String rule,
      @JsonInclude(Include.NON_EMPTY) String needs,
      Verdict verdict,
      String reason,
      List<Check> checks) {
    public Requirement {
      requireNonNull(verdict, "verdict");
      checks = List.copyOf(checks);
    }
  }

  /** One check of a requirement, with the evidence for its verdict. */
  public record Check(
      String name,
      String kind,
      Verdict verdict,
      long tries,
      long decisive,
      long messages,
      Faults faults,
      @JsonInclude(Include.NON_EMPTY) Optional<Sweep> sweep,
      long durationMs,
      String reason,
      @JsonInclude(Include.NON_EMPTY) List<String> alsoSeen,
      @JsonInclude(Include.NON_EMPTY) Optional<Failure> failure) {
    public Check {
      requireNonNull(verdict, "verdict");
      requireNonNull(faults, "faults");
      alsoSeen = List.copyOf(alsoSeen);
    }

    /** Of a check that saw nothing for which others are blamed. */
    public Check(
        String name,
        String kind,
        Verdict verdict,
        long tries,
        long decisive,
        long messages,
        Faults faults,
        Optional<Sweep> sweep,
        long durationMs,
        String reason,
        Optional<Failure> failure) {
      this(
          name,
          kind,
          verdict,
          tries,
          decisive,
          messages,
          faults,
          sweep,
          durationMs,
          reason,
          List.of(),
          failure);
    }
  }

  /** The faults that were armed, and those of them that landed in a decisive try, by kind. */
  public record Faults(long armed, long landed, Map<String, Long> kinds) {
    public Faults {
      kinds = ordered(kinds);
    }
  }

  /** How many points of a crash sweep were visited and survived. */
  public record Sweep(int points, int survived) {}

  /** The smallest counterexample that was found. */
  public record Failure(
      String sentence,
      @JsonInclude(Include.NON_EMPTY) Optional<LetThenBut> letThenBut,
      String expected,
      String observed,
      @JsonInclude(Include.NON_EMPTY) String margin,
      Reproduced reproduced,
      @JsonInclude(Include.NON_EMPTY) Optional<Shrunk> shrunk,
      JsonNode scenario,
      List<JsonNode> history,
      @JsonInclude(Include.NON_EMPTY) List<Neighbour> neighbours,
      @JsonInclude(Include.NON_EMPTY) List<String> evidence,
      String replay) {
    public Failure {
      requireNonNull(reproduced, "reproduced");
      history = List.copyOf(history);
      neighbours = List.copyOf(neighbours);
      evidence = List.copyOf(evidence);
    }

    /** Of a failure at which nothing else was captured. */
    public Failure(
        String sentence,
        Optional<LetThenBut> letThenBut,
        String expected,
        String observed,
        String margin,
        Reproduced reproduced,
        Optional<Shrunk> shrunk,
        JsonNode scenario,
        List<JsonNode> history,
        List<Neighbour> neighbours,
        String replay) {
      this(
          sentence,
          letThenBut,
          expected,
          observed,
          margin,
          reproduced,
          shrunk,
          scenario,
          history,
          neighbours,
          List.of(),
          replay);
    }
  }

  /** A counterexample told as a contradiction. */
  public record LetThenBut(String let, String then, String but) {}

  /** How often the counterexample failed again when it was played again. */
  public record Reproduced(int of, int times) {}

  /** How far the counterexample was shrunk. */
  public record Shrunk(int fromSteps, int toSteps, int tries) {}

  /** The same scenario with one change, and what became of it. */
  public record Neighbour(String change, String verdict) {}

  /** Copies without losing the order, which {@link Map#copyOf} does. */
  private static <V> Map<String, V> ordered(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
