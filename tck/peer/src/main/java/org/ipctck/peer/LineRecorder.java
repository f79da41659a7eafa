package org.ipctck.peer;

import java.lang.invoke.VarHandle;

/** Records operations as lines of the protocol. */
final class LineRecorder implements Recorder {
  private final Wire wire;

  LineRecorder(Wire wire) {
    this.wire = wire;
  }

  @Override
  public void begin(Act act) {
    act.begin = System.nanoTime();
    Line line = new Line().key("b").number(act.command).key("i").number(act.index);
    line.key("t").decimal(act.begin);
    if (act.kind == Kind.SEND) {
      message(line, act.id);
      line.key("bytes").number(act.bytes);
    }
    wire.write(line);
    VarHandle.fullFence();
  }

  @Override
  public void finish(Act act) {
    Line line = new Line().key("d").number(act.command).key("i").number(act.index);
    line.key("t").decimal(act.finish);
    act.describe(line);
    if (act.outcome == Outcome.MESSAGE) {
      if (act.content == Content.SHORT) {
        line.key("hex").text(hex(act.id, act.bytes));
      } else if (act.content != Content.NO_ID) {
        message(line, act.id);
      }
      line.key("content").text(act.content.word());
    }
    if (act.outcome == Outcome.MESSAGE || act.outcome == Outcome.LOST) {
      line.key("bytes").number(act.bytes);
    }
    wire.write(line);
  }

  private static void message(Line line, long id) {
    line.key("m").open('[').number(id >>> 56).number(id >>> 40 & 0xFFFF);
    line.decimal(id & 0xFF_FFFF_FFFFL).close(']');
  }

  private static String hex(long bytes, int count) {
    StringBuilder hex = new StringBuilder(16);
    for (int i = 0; i < count; i++, bytes >>>= 8) {
      hex.append(Character.forDigit((int) bytes >> 4 & 15, 16));
      hex.append(Character.forDigit((int) bytes & 15, 16));
    }
    return hex.toString();
  }
}
