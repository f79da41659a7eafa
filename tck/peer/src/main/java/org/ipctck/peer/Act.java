package org.ipctck.peer;

import java.lang.invoke.VarHandle;
import org.ipctck.spi.Reason;
import org.ipctck.spi.TransportException;

/**
 * The one operation that an end is carrying out: used again for the next, so nothing is allocated.
 */
final class Act {
  /** Stands where there is no message id. */
  static final long NO_ID = -1;

  private static final String[] REASONS = words();

  Kind kind = Kind.OPEN;
  int command;
  int index;
  long begin;
  long finish;
  long id;
  int bytes;
  Outcome outcome = Outcome.PENDING;
  Reason reason = Reason.NONE;
  String detail = "";
  Content content = Content.NONE;

  /** Starts an operation; {@link Recorder#begin} comes next. */
  Act of(Kind kind, int command, int index, long id, int bytes) {
    this.kind = kind;
    this.command = command;
    this.index = index;
    this.id = id;
    this.bytes = bytes;
    outcome = Outcome.PENDING;
    reason = Reason.NONE;
    detail = "";
    content = Content.NONE;
    return this;
  }

  /** Takes the stamp after the call: to be called at once when it returned or threw. */
  void returned() {
    VarHandle.fullFence();
    finish = System.nanoTime();
  }

  void came(Outcome outcome) {
    this.outcome = outcome;
  }

  void came(Outcome outcome, Reason reason, String detail) {
    this.outcome = outcome;
    this.reason = reason;
    this.detail = detail;
  }

  /** Classifies what an operation threw: typed, interrupted, or neither. */
  void threw(Throwable thrown) {
    if (thrown instanceof TransportException typed && kind != Kind.SEND && kind != Kind.RECEIVE) {
      String message = typed.getMessage();
      came(Outcome.REFUSED, typed.reason(), message == null ? "" : message);
    } else if (thrown instanceof InterruptedException && kind != Kind.CLOSE) {
      came(Outcome.INTERRUPTED);
    } else {
      came(Outcome.UNTYPED, Reason.NONE, Wire.describe(thrown));
    }
  }

  /** Adds outcome, reason and detail to a line, as far as there are any. */
  Line describe(Line line) {
    line.key("out").text(outcome.word());
    if (reason != Reason.NONE) {
      line.key("reason").text(REASONS[reason.ordinal()]);
    }
    if (!detail.isEmpty()) {
      line.key("detail").cut(detail, 1000);
    }
    return line;
  }

  private static String[] words() {
    Reason[] reasons = Reason.values();
    String[] words = new String[reasons.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = reasons[i].name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
    return words;
  }
}
