package org.ipctck.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipctck.requirement.Verdict;

/** Turns what a check gathered into its verdict; nothing else does. */
final class Verdicts {
  private Verdicts() {}

  static CheckResult of(
      CheckInfo check, Floor floor, Tally tally, Optional<Failure> failure, long durationMs) {
    String missing = shortOf(check.kind(), floor, tally);
    Verdict verdict;
    String reason;
    if (failure.isPresent()) {
      verdict = Verdict.FAILED;
      reason = failure.get().sentence();
    } else if (tally.lacking != null) {
      verdict = Verdict.UNTESTED;
      reason = tally.lacking;
    } else if (tally.broken != null) {
      verdict = Verdict.COULD_NOT_RUN;
      reason = tally.broken;
    } else if (missing.isEmpty()) {
      verdict = Verdict.PASSED;
      reason = "";
    } else {
      verdict = Verdict.INCONCLUSIVE;
      reason = why(missing, tally);
    }
    return new CheckResult(
        check,
        verdict,
        reason,
        tally.tries,
        tally.decisive,
        tally.messages,
        tally.armed,
        tally.landed,
        tally.kinds,
        durationMs,
        List.copyOf(tally.alsoSeen),
        failure);
  }

  /** What a pass still lacks, in words; empty when it lacks nothing. */
  static String shortOf(Check.Kind kind, Floor floor, Tally tally) {
    List<String> lacks = new ArrayList<>();
    switch (kind) {
      case TRAFFIC -> {
        lack(lacks, "decisive tries", tally.decisive, floor.tries());
        lack(lacks, "messages", tally.messages, floor.messages());
      }
      case FAULT -> lack(lacks, "landed faults", tally.landed, floor.faults());
      case CASES -> lack(lacks, "cases", tally.casesDone, Math.max(1, tally.casesListed));
    }
    return String.join(", ", lacks);
  }

  private static void lack(List<String> lacks, String what, long seen, long asked) {
    if (seen < asked) {
      lacks.add(what + " " + seen + " of " + asked);
    }
  }

  private static String why(String missing, Tally tally) {
    String cause = "";
    if (tally.cut != null) {
      cause = tally.cut;
    } else if (!tally.barren.isEmpty()) {
      cause = tally.barren;
    } else if (tally.tries == 0) {
      cause = "nothing was played";
    }
    return "not enough was seen: " + missing + (cause.isEmpty() ? "" : "; " + cause);
  }
}
