package org.ipctck.stage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ipctck.history.Sight;

/** Looks at the names below a directory without a pause, so that short moments are seen too. */
final class NameWatch implements AutoCloseable {
  private final Path directory;
  private final Set<Sight.Name> seen = new LinkedHashSet<>();
  private final Thread thread;
  private volatile boolean over;

  NameWatch(Path directory) {
    this.directory = directory;
    this.thread = Thread.ofPlatform().daemon().name("name-watch").start(this::watch);
  }

  private void watch() {
    while (!over) {
      seen.addAll(Sights.names(directory, false));
      Thread.onSpinWait();
    }
  }

  /** Everything that was seen, each name once for each change of it. */
  List<Sight.Name> seen() {
    close();
    return new ArrayList<>(seen);
  }

  @Override
  public void close() {
    over = true;
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
