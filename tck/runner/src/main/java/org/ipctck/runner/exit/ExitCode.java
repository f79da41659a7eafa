package org.ipctck.runner.exit;

import java.util.Collection;
import java.util.List;

/** The exit codes, in the order of their precedence: the first that applies is taken. */
public enum ExitCode {
  /** Wrong usage, bad input, an unknown name or id. */
  USAGE(64),
  /** Interrupted; partial results are written. */
  INTERRUPTED(130),
  /** The kit itself failed. */
  KIT_FAILED(70),
  /** A report could not be written. */
  NOT_WRITTEN(74),
  /** A MUST that is not a known failure does not hold. */
  NOT_CONFORMANT(1),
  /** A subject could not be started, or failed the canary. */
  COULD_NOT_RUN(69),
  /** A MUST stayed inconclusive, or is untested under {@code --strict}. */
  UNDECIDED(2),
  /** A known failure passes, or its pattern matches nothing. */
  STALE(3),
  /** Nothing was selected, or nothing could be exercised. */
  NOTHING_EXERCISED(4),
  /** No MUST that applies failed or stayed inconclusive, and one at least was exercised. */
  CONFORMANT(0);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The code as the system sees it. */
  public int code() {
    return code;
  }

  /** The first by precedence; {@link #CONFORMANT} of none. */
  public static ExitCode worst(Collection<ExitCode> codes) {
    return List.of(values()).stream().filter(codes::contains).findFirst().orElse(CONFORMANT);
  }
}
