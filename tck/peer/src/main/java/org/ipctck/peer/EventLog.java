package org.ipctck.peer;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * Records operations in a mapped file, which outlives the process, 48 bytes each; when it is full,
 * in lines. Belongs to the thread of one end.
 *
 * <pre>
 *  0        8        16       24       28       32       36   37      38     39      40        48
 *  | begin  | finish | id     | command| index  | bytes  |kind|outcome|reason|content| spare   |
 * </pre>
 */
public final class EventLog implements Recorder {
  /** The bytes of a record. */
  public static final int RECORD = 48;

  /** Where the stamp before the operation lies. */
  public static final int BEGIN = 0;

  /** Where the stamp after the operation lies; 0 until it returned, and written last. */
  public static final int FINISH = 8;

  /** Where the id of the message lies. */
  public static final int ID = 16;

  /** Where the id of the command lies. */
  public static final int COMMAND = 24;

  /** Where the index of the operation within its command lies. */
  public static final int INDEX = 28;

  /** Where the length of the message lies, or the number of lost ones. */
  public static final int BYTES = 32;

  /** Where the kind lies; 0 until the begin is whole. */
  public static final int KIND = 36;

  /** Where the outcome lies. */
  public static final int OUTCOME = 37;

  /** Where the typed error lies. */
  public static final int REASON = 38;

  /** Where the content lies. */
  public static final int CONTENT = 39;

  private final ByteBuffer records;
  private final Wire wire;
  private final Recorder lines;
  private int next;
  private int current;
  private int told;

  EventLog(ByteBuffer records, Wire wire) {
    this.records = records.order(ByteOrder.nativeOrder());
    this.wire = wire;
    this.lines = new LineRecorder(wire);
  }

  /** Maps the file that the kit has made and sized. */
  static EventLog map(String path, Wire wire) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path, "rw");
        FileChannel channel = file.getChannel()) {
      EventLog log =
          new EventLog(channel.map(FileChannel.MapMode.READ_WRITE, 0, channel.size()), wire);
      log.goOn();
      return log;
    }
  }

  /** Goes on behind what a former incarnation of the end has written. */
  private void goOn() {
    while (next + RECORD <= records.limit() && records.get(next + KIND) != 0) {
      next += RECORD;
    }
  }

  @Override
  public void begin(Act act) {
    if (next + RECORD > records.limit()) {
      current = -1;
      lines.begin(act);
      return;
    }
    current = next;
    next += RECORD;
    act.begin = System.nanoTime();
    records.putLong(current + BEGIN, act.begin);
    records.putLong(current + ID, act.id);
    records.putInt(current + COMMAND, act.command);
    records.putInt(current + INDEX, act.index);
    records.putInt(current + BYTES, act.bytes);
    VarHandle.releaseFence();
    records.put(current + KIND, (byte) (act.kind.ordinal() + 1));
    VarHandle.fullFence();
  }

  @Override
  public void finish(Act act) {
    if (current < 0) {
      lines.finish(act);
      return;
    }
    records.putLong(current + ID, act.id);
    records.putInt(current + BYTES, act.bytes);
    records.put(current + OUTCOME, (byte) act.outcome.ordinal());
    records.put(current + REASON, (byte) act.reason.ordinal());
    records.put(current + CONTENT, (byte) act.content.ordinal());
    VarHandle.releaseFence();
    records.putLong(current + FINISH, act.finish);
    if (!act.detail.isEmpty()) {
      note(act);
    }
  }

  /** A record has no place for words: they are told for what is untyped, else once a reason. */
  private void note(Act act) {
    int bit = 1 << act.reason.ordinal();
    if (act.outcome == Outcome.UNTYPED || (told & bit) == 0) {
      told |= bit;
      Line line = new Line().key("note").number(act.command).key("i").number(act.index);
      wire.write(line.key("detail").cut(act.detail, 1000));
    }
  }
}
