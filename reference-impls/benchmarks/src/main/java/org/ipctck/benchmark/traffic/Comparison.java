package org.ipctck.benchmark.traffic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All mechanisms in turn, round after round, each beside what it can be compared with. Arguments:
 * rounds, the source of the C program, the file of the plot. Prints a table.
 */
public final class Comparison {
  private Comparison() {}

  /** Measures and prints. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int rounds = Integer.parseInt(arguments[0]);
    Map<Contestant, List<List<Contestant.Result>>> runs = new LinkedHashMap<>();
    Path program = Files.createTempFile("lap", "");
    try {
      List<Contestant> contestants = contestants(compiled(Path.of(arguments[1]), program), program);
      String before = load();
      for (int round = 0; round < rounds; round++) {
        for (Contestant contestant : contestants) {
          runs.computeIfAbsent(contestant, one -> new ArrayList<>()).add(contestant.run());
        }
      }
      Figures figures = new Figures(runs);
      System.out.print(figures.table());
      System.out.printf("%nRounds: %d. Load before and after: %s; %s.%n", rounds, before, load());
      Files.writeString(Path.of(arguments[2]), new Plot(figures).svg());
    } finally {
      Files.delete(program);
    }
  }

  private static boolean compiled(Path source, Path program)
      throws IOException, InterruptedException {
    try {
      return new ProcessBuilder("gcc", "-O2", "-o", program.toString(), source.toString())
              .inheritIO()
              .start()
              .waitFor()
          == 0;
    } catch (IOException missing) {
      System.out.println("gcc is missing, so nothing is compared with C.\n");
      return false;
    }
  }

  /** In the order of the table: what a mechanism is compared with stands before it. */
  private static List<Contestant> contestants(boolean withC, Path program) {
    List<Contestant> all = new ArrayList<>();
    if (withC) {
      all.add(new Contestant("C, pipe", List.of(program.toString(), "pipe"), ""));
    }
    all.add(Contestant.java("pipe", "pipe"));
    all.add(Contestant.java("anonymous-pipe", "anonymous-pipe"));
    if (withC) {
      all.add(new Contestant("C, Unix stream", List.of(program.toString(), "stream"), ""));
    }
    all.add(Contestant.java("unix-stream", "unix-stream"));
    all.add(Contestant.java("unix-seqpacket", "unix-seqpacket"));
    all.add(Contestant.java("unix-datagram", "unix-datagram"));
    all.add(Contestant.java("Agrona, ring", AgronaConversation.NAME));
    all.add(Contestant.java("shared-memory", "shared-memory"));
    all.add(Contestant.java("channel (threads)", "channel"));
    return all;
  }

  private static String load() throws IOException {
    String[] words = Files.readAllLines(Path.of("/proc/loadavg")).getFirst().split(" ");
    return String.join(" ", words[0], words[1], words[2]);
  }
}
