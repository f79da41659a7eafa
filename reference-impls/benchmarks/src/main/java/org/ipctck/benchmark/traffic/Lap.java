package org.ipctck.benchmark.traffic;

import java.io.File;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ipctck.spi.Inheriting;
import org.ipctck.spi.Inheriting.End;
import org.ipctck.spi.Inheriting.Side;

/**
 * One run of a mechanism: prints a line {@code SIZE MESSAGES_A_SECOND NANOSECONDS_A_ROUND_TRIP} for
 * each size, as the C program does. Arguments: mechanism, directory.
 */
public final class Lap {
  /** On a busy host a time says nothing about how much was compiled in it. */
  private static final int WARM_MESSAGES = 20_000;

  private static final long WARM_NANOS = 100_000_000;
  private static final int MOST_WARMINGS = 20;
  private static final long RATE_NANOS = 200_000_000;
  private static final long TRIP_NANOS = 150_000_000;
  private static final int BATCH = 16;
  private static final int MOST_TRIPS = 1_000_000;

  private final Conversation far;
  private final ByteBuffer message;

  private Lap(Conversation far, int size) {
    this.far = far;
    this.message = ByteBuffer.allocateDirect(size);
  }

  /** Measures each size in turn. */
  public static void main(String[] arguments) throws Exception {
    String mechanism = arguments[0];
    Path directory = Path.of(arguments[1]);
    start(mechanism, directory);
    for (int size : Conversation.SIZES) {
      try (Conversation far = Conversation.open(mechanism, directory, size, true)) {
        Lap lap = new Lap(far, size);
        lap.warm();
        double rate = lap.rate(RATE_NANOS);
        System.out.printf("%d %.0f %d%n", size, rate, lap.roundTrip());
      }
    }
  }

  private void warm() throws Exception {
    long sent = 0;
    for (int i = 0; i < MOST_WARMINGS && sent < WARM_MESSAGES; i++) {
      sent += (long) (rate(WARM_NANOS) * WARM_NANOS / 1e9);
    }
  }

  /** Messages a second, until the last of them is answered. */
  private double rate(long nanos) throws Exception {
    long start = System.nanoTime();
    long sent = 1;
    message.put(0, (byte) 0);
    do {
      for (int i = 0; i < BATCH; i++) {
        far.send(message);
      }
      sent += BATCH;
    } while (System.nanoTime() - start < nanos);
    ask();
    return sent * 1e9 / (System.nanoTime() - start);
  }

  private void ask() throws Exception {
    message.put(0, (byte) 1);
    far.send(message);
    far.receive();
  }

  /** The median of the round trips, in nanoseconds. */
  private long roundTrip() throws Exception {
    long[] trips = new long[MOST_TRIPS];
    int count = 0;
    long start = System.nanoTime();
    long before = start;
    do {
      ask();
      long after = System.nanoTime();
      trips[count++] = after - before;
      before = after;
    } while (before - start < TRIP_NANOS && count < MOST_TRIPS);
    Arrays.sort(trips, 0, count);
    return trips[count / 2];
  }

  /** The other side: a thread where the mechanism ends with the process, else a process. */
  private static void start(String mechanism, Path directory) throws Exception {
    List<String> command = Java.command(Echo.class, mechanism, directory);
    if (mechanism.equals("channel")) {
      Thread.ofPlatform().daemon().start(() -> echo(directory));
    } else if (!mechanism.equals(AgronaConversation.NAME)
        && Mechanisms.named(mechanism) instanceof Inheriting inheriting) {
      inherit(inheriting, command, directory);
    } else {
      new ProcessBuilder(command).inheritIO().start();
    }
  }

  private static void echo(Path directory) {
    try {
      Echo.run("channel", directory);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void inherit(Inheriting transport, List<String> command, Path directory)
      throws Exception {
    List<End> given = new ArrayList<>();
    List<End> kept = new ArrayList<>();
    for (int size : Conversation.SIZES) {
      var there = TransportConversation.channel(directory, "there", size);
      var back = TransportConversation.channel(directory, "back", size);
      given.add(new End(there, Side.RECEIVER, 0));
      given.add(new End(back, Side.SENDER, 0));
      kept.add(new End(there, Side.SENDER, 0));
      kept.add(new End(back, Side.RECEIVER, 0));
    }
    String nothing = File.separator + "dev/null";
    transport.start(new Inheriting.Child(command, Map.of(), nothing, nothing, nothing, given));
    transport.handedDown(kept);
  }
}
