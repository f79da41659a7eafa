package org.ipctck.benchmark;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * How much of the pipe's rate recording leaves: 64-byte messages between two JVMs, recorded and
 * unrecorded runs in turn. Arguments: messages a run, pairs of runs.
 */
public final class RecordedPipe {
  private static final int BYTES = 64;
  private static final int RECORD_BYTES = 48;

  private final PeerProcess sender;
  private final PeerProcess receiver;
  private final Path directory;
  private final int messages;
  private int runs;

  private RecordedPipe(PeerProcess sender, PeerProcess receiver, Path directory, int messages) {
    this.sender = sender;
    this.receiver = receiver;
    this.directory = directory;
    this.messages = messages;
  }

  /** Prints the rates, and the median of the ratios of neighbouring runs. */
  public static void main(String[] arguments) throws IOException {
    int messages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300_000;
    int pairs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 9;
    Path directory = Files.createTempDirectory(Path.of("/dev/shm"), "rp");
    try (PeerProcess sender = new PeerProcess();
        PeerProcess receiver = new PeerProcess()) {
      RecordedPipe pipe = new RecordedPipe(sender, receiver, directory, messages);
      pipe.run(true);
      pipe.run(false);
      double[] recorded = new double[pairs];
      double[] unrecorded = new double[pairs];
      double[] ratios = new double[pairs];
      for (int i = 0; i < pairs; i++) {
        recorded[i] = pipe.run(true);
        unrecorded[i] = pipe.run(false);
        ratios[i] = recorded[i] / unrecorded[i];
      }
      print("recorded, messages a second", recorded, 0);
      print("unrecorded, messages a second", unrecorded, 0);
      print("ratio of neighbouring runs", ratios, 2);
    } finally {
      Files.deleteIfExists(directory);
    }
  }

  private double run(boolean recorded) throws IOException {
    String name = "c" + runs++;
    Path[] logs = {directory.resolve(name + "s.log"), directory.resolve(name + "r.log")};
    for (Path log : logs) {
      try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
        file.setLength((long) RECORD_BYTES * (messages + 1_000));
      }
    }
    int opening = receiver.tell(open("receiver", name, recorded, logs[1]));
    sender.await(sender.tell(open("sender", name, recorded, logs[0])));
    receiver.await(opening);
    long start = System.nanoTime();
    int receiving =
        receiver.tell(
            "\"do\":\"receive\",\"end\":\""
                + name
                + "\",\"count\":"
                + messages
                + ",\"timeoutMs\":-1");
    int sending =
        sender.tell(
            "\"do\":\"send\",\"end\":\""
                + name
                + "\",\"bytes\":"
                + BYTES
                + ",\"count\":"
                + messages
                + ",\"timeoutMs\":-1");
    sender.await(sending);
    receiver.await(receiving);
    long nanos = System.nanoTime() - start;
    sender.await(sender.tell("\"do\":\"close\",\"end\":\"" + name + "\""));
    receiver.await(receiver.tell("\"do\":\"close\",\"end\":\"" + name + "\""));
    for (Path log : logs) {
      Files.deleteIfExists(log);
    }
    return messages * 1e9 / nanos;
  }

  private String open(String side, String name, boolean recorded, Path log) {
    return "\"do\":\"open\",\"end\":\""
        + name
        + "\",\"side\":\""
        + side
        + "\",\"number\":1,\"timeoutMs\":5000,\"channel\":{\"directory\":\""
        + directory
        + "\",\"name\":\""
        + name
        + "\",\"number\":1,\"capacity\":64,\"maxBytes\":4096,"
        + "\"senders\":1,\"receivers\":1,\"mode\":\"restricted\",\"settings\":{}},"
        + (recorded ? "\"log\":\"" + log + "\"" : "\"unrecorded\":true");
  }

  private static void print(String what, double[] values, int digits) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    String form = "%-32s min %." + digits + "f  median %." + digits + "f  max %." + digits + "f%n";
    System.out.printf(
        Locale.ROOT, form, what, sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
  }
}
