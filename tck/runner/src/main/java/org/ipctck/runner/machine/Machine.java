package org.ipctck.runner.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ipctck.scenario.Condition.Namespace;
import org.ipctck.stage.Wrapping;

/** This machine, asked what it offers. */
public final class Machine {
  private static final Path SHM = Path.of("/dev/shm");
  private static final long ENOUGH_SHM = 64L << 20;

  private Machine() {}

  /** Every means that a requirement may name, and those that subjects and reports use. */
  public static List<Means> means() {
    return List.of(
        tracing(),
        root(),
        namespaces(),
        containers(),
        otherUser(),
        devShm(),
        faketime(),
        program("python3", "peers written in Python", "python3", "--version"));
  }

  private static Means tracing() {
    String obstacle = Tracing.obstacle();
    String detail = obstacle.isEmpty() ? "a child can be traced" : obstacle;
    return new Means("tracing", obstacle.isEmpty(), detail, "faults at a system call");
  }

  private static Means root() {
    boolean root = Wrapping.isRoot();
    String detail = root ? "the kit runs as root" : "the kit runs as an ordinary user";
    return new Means("root", root, detail, "limits and file systems of one's own");
  }

  private static Means namespaces() {
    Program.Answer answer = ask(Wrapping.apart(List.of(Namespace.values())), "true");
    String detail = answer.well() ? "unshare makes them" : why(answer, "unshare");
    return new Means("namespaces", answer.well(), detail, "peers in another network, PID or IPC");
  }

  private static Means containers() {
    String use = "peers in containers";
    for (String engine : List.of("docker", "podman")) {
      Program.Answer answer = Program.ask(engine, "info");
      if (answer.well()) {
        return new Means("containers", true, engine + " answers", use);
      }
    }
    return new Means("containers", false, "neither docker nor podman answers", use);
  }

  private static Means otherUser() {
    String use = "rights of another user";
    if (!Wrapping.isRoot()) {
      return new Means("other-user", false, "only root can become somebody else", use);
    }
    Program.Answer answer = ask(Wrapping.nobody(), "test", "-r", home());
    String detail =
        answer.well()
            ? "peers can run as user 65534"
            : answer.line().isEmpty() ? "user 65534 cannot read " + home() : why(answer, "setpriv");
    return new Means("other-user", answer.well(), detail, use);
  }

  private static Program.Answer ask(List<String> before, String... words) {
    List<String> command = new ArrayList<>(before);
    command.addAll(List.of(words));
    return Program.ask(command.toArray(String[]::new));
  }

  /** Where the kit itself lies, which its peers have to read. */
  private static String home() {
    return System.getProperty("ipctck.home", "/");
  }

  private static Means devShm() {
    String use = "transports in shared memory";
    try {
      long free = Files.getFileStore(SHM).getUsableSpace();
      boolean enough = Files.isWritable(SHM) && free >= ENOUGH_SHM;
      return new Means("dev-shm", enough, (free >> 20) + " MiB are free in " + SHM, use);
    } catch (IOException e) {
      return new Means("dev-shm", false, "there is no " + SHM, use);
    }
  }

  private static Means faketime() {
    String use = "a clock that jumps";
    try (Stream<Path> found = Files.find(Path.of("/usr/lib"), 4, (path, is) -> isFaketime(path))) {
      return found
          .findFirst()
          .map(path -> new Means("faketime", true, path.toString(), use))
          .orElse(new Means("faketime", false, "libfaketime is not installed", use));
    } catch (IOException | java.io.UncheckedIOException e) {
      return new Means("faketime", false, "/usr/lib cannot be searched", use);
    }
  }

  private static boolean isFaketime(Path path) {
    return path.getFileName().toString().equals("libfaketime.so.1");
  }

  private static Means program(String name, String use, String... command) {
    Program.Answer answer = Program.ask(command);
    return new Means(name, answer.well(), answer.line(), use);
  }

  private static String why(Program.Answer answer, String program) {
    return answer.line().isEmpty() ? program + " is not allowed to" : answer.line();
  }
}
