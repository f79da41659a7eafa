package org.ipctck.benchmark.crash;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Kills and stops senders and receivers of the ring at random moments and at every point.
 *
 * <p>Arguments: how many ends are killed or stopped in each of four phases, channels a process,
 * seed, and the phases, such as {@code sSrR}: senders killed and stopped, receivers killed and
 * stopped. A process has an end on every channel, so one blow strikes as many ends.
 */
public final class RingCrashes {
  private RingCrashes() {}

  /** A phase: so many blows. */
  private interface Phase {
    void play(Rounds rounds, Victims victims, int blows) throws Exception;
  }

  /** Prints a line for each phase, and exits with 1 when anything was wrong. */
  public static void main(String[] arguments) throws Exception {
    int ends = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
    int channels = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8;
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
    String phases = arguments.length > 3 ? arguments[3] : "sSrR";
    int blows = (ends + channels - 1) / channels;
    long wrong = 0;
    try (Victims victims = new Victims()) {
      for (char letter : phases.toCharArray()) {
        wrong += play(name(letter), phase(letter), victims, blows, channels, seed);
      }
    }
    System.exit(wrong == 0 ? 0 : 1);
  }

  private static String name(char letter) {
    return (letter == 's' || letter == 'S' ? "senders" : "receivers")
        + (Character.isLowerCase(letter) ? " killed" : " stopped");
  }

  private static Phase phase(char letter) {
    return switch (letter) {
      case 's' -> SenderBlows::kill;
      case 'S' -> SenderBlows::stop;
      case 'r' -> ReceiverBlows::kill;
      case 'R' -> ReceiverBlows::stop;
      default -> throw new IllegalArgumentException("a phase is one of s, S, r, R: " + letter);
    };
  }

  private static long play(
      String what, Phase phase, Victims victims, int blows, int channels, long seed)
      throws Exception {
    Path directory = Files.createTempDirectory(Path.of("/dev/shm"), "ring-crashes");
    Tally tally = new Tally();
    phase.play(new Rounds(directory, channels, tally, seed), victims, blows);
    System.out.println(tally.line(what));
    Files.deleteIfExists(directory);
    return tally.wrongs();
  }
}
