package org.ipctck.peer;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * What recording one operation costs: two stamps, three fences and a record of 48 bytes in a mapped
 * file. Argument: a directory, {@code /dev/shm} for memory.
 */
public final class RecordingCost {
  private static final int ROUNDS = 11;
  private static final int OPERATIONS = 1_000_000;

  private RecordingCost() {}

  /** Prints the median of several rounds, the first ones thrown away. */
  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments.length > 0 ? arguments[0] : "/dev/shm");
    Path file = Files.createTempFile(directory, "recording", ".log");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer records =
          channel.map(FileChannel.MapMode.READ_WRITE, 0, (long) OPERATIONS * EventLog.RECORD);
      long[] nanos = new long[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        nanos[round] = round(records);
      }
      long[] counted = Arrays.copyOfRange(nanos, 3, ROUNDS);
      Arrays.sort(counted);
      System.out.println(
          "a recorded operation: "
              + counted[counted.length / 2]
              + " ns (median), "
              + counted[0]
              + " to "
              + counted[counted.length - 1]);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static long round(ByteBuffer records) {
    EventLog log = new EventLog(records, new Wire(new ByteArrayOutputStream()));
    Act act = new Act();
    long start = System.nanoTime();
    for (int i = 0; i < OPERATIONS; i++) {
      log.begin(act.of(Kind.SEND, 1, i, i, 64));
      act.returned();
      act.came(Outcome.ACCEPTED);
      log.finish(act);
    }
    return (System.nanoTime() - start) / OPERATIONS;
  }
}
