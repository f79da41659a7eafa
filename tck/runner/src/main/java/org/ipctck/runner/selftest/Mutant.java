package org.ipctck.runner.selftest;

import java.util.List;
import org.ipctck.runner.verdict.Glob;

/**
 * A faulty transport, as it declares itself.
 *
 * @param name its name as a subject
 * @param of the reference that it was made from
 * @param bug the known bug that it repeats
 * @param violates the requirements that have to fail on it
 * @param because words that have to stand in the sentence of the failure
 * @param runtime whether all its ends live in one process
 */
public record Mutant(
    String name, String of, String bug, List<String> violates, String because, boolean runtime) {

  public Mutant {
    violates = List.copyOf(violates);
  }

  /** Whether it is meant by its name or by what it violates. */
  boolean isMeantBy(String word) {
    Glob glob = new Glob(word);
    return glob.matches(name) || violates.stream().anyMatch(glob::matches);
  }
}
