package org.ipctck.suite;

/** Is told how a judgement goes on. */
public interface Listener {
  /** So many checks will be judged. */
  default void planned(int checks) {}

  /** A check begins. */
  default void started(CheckInfo check) {}

  /** A check was judged, or will not be. */
  default void finished(CheckResult result) {}
}
