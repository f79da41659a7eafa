package org.ipctck.runner.judge;

import org.ipctck.suite.Listener;

/** Is told how a run goes on, for people or for programs. */
public interface Screen extends Listener, AutoCloseable {
  /** A subject is being started. */
  void opening(String label);

  /** A subject is judged from now on. */
  void subject(String name, String depth, long seed);

  /** Something to be said. */
  void say(String sentence);

  /** One of those that were planned is done, which is no check. */
  default void done(String sentence) {
    say(sentence);
  }

  /** Nothing more is shown. */
  @Override
  void close();
}
