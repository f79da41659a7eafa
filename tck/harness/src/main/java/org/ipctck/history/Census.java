package org.ipctck.history;

/**
 * What a process held at a moment, read from {@code /proc} from outside.
 *
 * @param process its name in the scenario
 * @param round after which round of the scenario
 * @param descriptors open descriptors
 * @param threads threads
 * @param mappings mappings of files of the scratch directory and of memory files
 * @param children child processes
 * @param files files in the scratch directory
 */
public record Census(
    String process,
    int round,
    int descriptors,
    int threads,
    int mappings,
    int children,
    int files) {

  /** Of fewer more nothing can be said: a runtime settles. */
  public static final int GROWTH = 4;

  /** Whether something has grown since another one. */
  public boolean grownSince(Census other) {
    return descriptors >= other.descriptors + GROWTH
        || threads >= other.threads + GROWTH
        || mappings >= other.mappings + GROWTH
        || children >= other.children + GROWTH
        || files >= other.files + GROWTH;
  }
}
