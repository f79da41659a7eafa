package org.ipctck.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts processes, all from one thread that lives as long as the kit: the kernel sends the signal
 * for the death of the parent when the thread that started the child ends.
 */
final class Nursery {
  private static final ExecutorService THREAD =
      Executors.newSingleThreadExecutor(
          task -> Thread.ofPlatform().daemon().name("nursery").unstarted(task));

  private static final Set<Long> OURS = ConcurrentHashMap.newKeySet();

  private Nursery() {}

  /** Knows a process that was started elsewhere. */
  static void know(long pid) {
    OURS.add(pid);
  }

  /** Knows a process no more, since it has ended. */
  static void forget(long pid) {
    OURS.remove(pid);
  }

  /** Kills what peers left behind; never beside a start, whose process is not known yet. */
  static List<String> sweep() throws InterruptedException {
    try {
      return THREAD.submit(() -> Orphans.sweep(OURS)).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Words before each command: a session of its own, and death when the kit dies. */
  static List<String> guard() {
    List<String> words = new ArrayList<>();
    tool("setsid").ifPresent(words::add);
    tool("setpriv").ifPresent(path -> words.addAll(List.of(path, "--pdeathsig", "KILL")));
    return words;
  }

  /** Words before the command of a child that a peer starts: a session of its own. */
  static List<String> childGuard() {
    return tool("setsid").map(List::of).orElse(List.of());
  }

  private static Optional<String> tool(String name) {
    for (String directory : List.of("/usr/bin", "/bin")) {
      Path path = Path.of(directory, name);
      if (Files.isExecutable(path)) {
        return Optional.of(path.toString());
      }
    }
    return Optional.empty();
  }

  /** Starts a process, and knows it from then on. */
  static Process start(ProcessBuilder builder) throws IOException, InterruptedException {
    try {
      return THREAD
          .submit(
              () -> {
                Process process = builder.start();
                OURS.add(process.pid());
                return process;
              })
          .get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
