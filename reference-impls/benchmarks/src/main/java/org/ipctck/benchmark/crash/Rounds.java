package org.ipctck.benchmark.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** What the phases have in common: the channels, when to strike, and how long to wait. */
final class Rounds {
  static final String RANDOM = "random";

  private static final long PATIENCE_NANOS = 60_000_000_000L;
  private static final long LONGEST_MOMENT_NANOS = 40_000_000;

  final Path directory;
  final Path file;
  final int channels;
  final Ledger ledger;
  final Tally tally;
  private final SplittableRandom random;

  Rounds(Path directory, int channels, Tally tally, long seed) throws IOException {
    this.directory = directory;
    this.file = Files.createTempFile("ring-crashes", ".ledger");
    this.channels = channels;
    this.ledger = new Ledger(file, channels);
    this.tally = tally;
    this.random = new SplittableRandom(seed);
  }

  /** The line that tells a victim what to do. */
  String line(String role, int name, String point) {
    long passage = point.equals(RANDOM) ? 1 : 1 + random.nextInt(20);
    return String.join(
        " ",
        role,
        directory.toString(),
        file.toString(),
        Integer.toString(channels),
        Integer.toString(name),
        point,
        Long.toString(passage));
  }

  /** Which moment a round strikes at: each of them in turn. */
  static String moment(List<String> points, int round) {
    int turn = round % (points.size() + 1);
    return turn == 0 ? RANDOM : points.get(turn - 1);
  }

  /** Waits until every end stands at its point behind the given passage, or for a random moment. */
  void moment(String point, long behind) {
    if (point.equals(RANDOM)) {
      LockSupport.parkNanos(random.nextLong(LONGEST_MOMENT_NANOS));
      return;
    }
    for (int line = 0; line < channels; line++) {
      int own = line;
      if (!eventually(() -> ledger.get(own, Ledger.STANDS_AT) > behind)) {
        tally.wrong("channel " + own + " never came to " + point);
      }
    }
  }

  /** Waits for something that must happen. */
  static boolean eventually(BooleanSupplier happened) {
    long start = System.nanoTime();
    while (!happened.getAsBoolean()) {
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        return false;
      }
      LockSupport.parkNanos(100_000);
    }
    return true;
  }

  /** After everything was closed there is nothing left. */
  void nothingIsLeft() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      files.forEach(left -> tally.wrong("left behind: " + left));
    }
    Files.deleteIfExists(file);
  }
}
