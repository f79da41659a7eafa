package org.ipctck.runner.judge;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipctck.requirement.Requirement;
import org.ipctck.runner.machine.Means;
import org.ipctck.runner.subject.Distribution;
import org.ipctck.suite.Depth;

/**
 * What every subject of a run is asked.
 *
 * @param requirements that are judged
 * @param depth how much evidence
 * @param seed where random choices come from
 * @param budget for each subject
 * @param strict whether a MUST may stay untested
 * @param means what the machine offers
 * @param distribution where the references and peers lie
 * @param scratch where stages make their folders: a short path
 */
public record Task(
    List<Requirement> requirements,
    Depth depth,
    long seed,
    Optional<Duration> budget,
    boolean strict,
    Map<String, Means> means,
    Distribution distribution,
    Path scratch) {

  /** Why a means is missing here; empty when it is not. */
  public Optional<String> lacking(String name) {
    Means found = means.get(name);
    if (found == null) {
      return Optional.of("this kit does not know it");
    }
    return found.present() ? Optional.empty() : Optional.of(found.detail());
  }
}
