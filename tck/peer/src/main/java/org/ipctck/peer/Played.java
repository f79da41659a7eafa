package org.ipctck.peer;

import org.jspecify.annotations.Nullable;

/** The open sides of an end: they outlast the thread that opened them, for late calls. */
final class Played {
  @Nullable Recorder recorder;
  @Nullable Sending sending;
  @Nullable Receiving receiving;

  void nothing() {
    recorder = null;
    sending = null;
    receiving = null;
  }
}
