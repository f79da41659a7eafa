package org.ipctck.fault;

/**
 * Something that goes wrong on purpose.
 *
 * @param name unique within the scenario
 * @param kind what it is
 * @param target the process that it strikes; for {@link Kind#ABANDON} the end
 * @param trigger when it strikes
 * @param healMs for {@link Kind#SIGSTOP}: milliseconds until the process goes on; when the scenario
 *     ends sooner it is healed then. Negative: so many at the most, and sooner as soon as the other
 *     processes have nothing left to do
 */
public record Fault(String name, Kind kind, String target, Trigger trigger, int healMs) {

  /** What can go wrong. */
  public enum Kind {
    /** The process is killed and nothing of it runs on. */
    SIGKILL,
    /** The process is stopped, then goes on. */
    SIGSTOP,
    /** The process is asked to end; its peer closes everything and exits. */
    SIGTERM,
    /** A task ends without closing its end. */
    ABANDON
  }
}
