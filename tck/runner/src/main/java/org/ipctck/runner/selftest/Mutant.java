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
 * @param type the name of its class
 */
public record Mutant(
    String name,
    String of,
    String bug,
    List<String> violates,
    String because,
    boolean runtime,
    String type) {

  public Mutant {
    violates = List.copyOf(violates);
  }

  /** Those that load about the same classes: the package that its class lies in. */
  String kin() {
    return type.substring(0, Math.max(0, type.lastIndexOf('.')));
  }

  /** Whether it is meant by its name or by what it violates. */
  boolean isMeantBy(String word) {
    Glob glob = new Glob(word);
    return glob.matches(name) || violates.stream().anyMatch(glob::matches);
  }
}
