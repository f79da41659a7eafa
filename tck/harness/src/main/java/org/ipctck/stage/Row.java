package org.ipctck.stage;

import org.ipctck.history.Content;
import org.ipctck.history.Kind;
import org.ipctck.history.MessageId;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Reason;

/** One operation as a peer told it: two lines, or a record of its log. */
record Row(
    int command,
    Kind kind,
    long begin,
    long finish,
    Outcome outcome,
    Reason reason,
    long message,
    int bytes,
    Content content,
    long raw) {

  /** An operation that was begun. */
  static Row begun(int command, Kind kind, long begin, long message, int bytes) {
    return new Row(
        command,
        kind,
        begin,
        Operations.NEVER,
        Outcome.PENDING,
        Reason.NONE,
        message,
        bytes,
        Content.NONE,
        0);
  }

  /** The same, returned. */
  Row done(long stamp, Outcome how, Reason why) {
    return new Row(command, kind, begin, stamp, how, why, message, bytes, content, raw);
  }

  /** The same, with what was received; raw is the bytes of a short one, the first lowest. */
  Row holding(long id, int length, Content held, long rawBytes) {
    return new Row(command, kind, begin, finish, outcome, reason, id, length, held, rawBytes);
  }

  /** The same short message, found to be the one of this id. */
  Row identified(long id, Content held) {
    return holding(id, bytes, held, raw);
  }

  /** Whether it is a message too short for its id. */
  boolean isShort() {
    return content == Content.SHORT && message == MessageId.NONE;
  }
}
