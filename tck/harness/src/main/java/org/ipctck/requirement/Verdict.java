package org.ipctck.requirement;

/** What is said of a check and of a requirement; nothing else is. */
public enum Verdict {
  PASSED,
  FAILED,
  /** A SHOULD that does not hold. */
  DEVIATION,
  /** The machine stalled, the fault never landed, or nothing was exercised. */
  INCONCLUSIVE,
  /** The profile, or the depth, says so. */
  NOT_APPLICABLE,
  /** A means is missing here, or there is no check yet. */
  UNTESTED,
  KNOWN_FAILURE,
  UNEXPECTED_PASS,
  /** The kit's or the adapter's fault, never the requirement's. */
  COULD_NOT_RUN
}
