package org.ipctck.peer;

import java.io.IOException;
import java.io.OutputStream;

/** Where lines go: each with one write, whichever thread it comes from. */
final class Wire {
  private final OutputStream stream;

  Wire(OutputStream stream) {
    this.stream = stream;
  }

  void write(Line line) {
    Line whole = line.end();
    synchronized (this) {
      try {
        stream.write(whole.bytes(), 0, whole.size());
        stream.flush();
      } catch (IOException gone) {
        // The kit has gone; the end of standard input says so too, and is acted upon.
      }
    }
  }

  /** Begins the reply to a command. */
  static Line reply(int command) {
    return new Line().key("re").number(command);
  }

  /** Says that an exception came where none may come. */
  void error(int command, Throwable thrown) {
    write(failure(command, thrown));
  }

  /** Begins the reply to a command that the peer itself could not do. */
  static Line failure(int command, Throwable thrown) {
    String words = thrown instanceof JsonException wrong ? words(wrong) : describe(thrown);
    return reply(command).key("error").cut(words, 1000);
  }

  private static String words(JsonException wrong) {
    String message = wrong.getMessage();
    return message == null ? "" : message;
  }

  void unsupported(int command) {
    write(reply(command).key("unsupported").flag(true));
  }

  /** An exception in one line: class, message and where it was thrown. */
  static String describe(Throwable thrown) {
    String words = thrown.getClass().getName();
    String message = thrown.getMessage();
    if (message != null) {
      words += ": " + message;
    }
    StackTraceElement[] trace = thrown.getStackTrace();
    if (trace.length > 0) {
      words += " at " + trace[0];
    }
    Throwable cause = thrown.getCause();
    return cause == null || cause == thrown ? words : words + ", because of " + cause;
  }
}
