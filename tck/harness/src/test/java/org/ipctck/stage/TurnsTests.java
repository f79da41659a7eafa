package org.ipctck.stage;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long processes are seen to wait for a turn, with processes that share one processor. */
final class TurnsTests {
  private static final long MS = 1_000_000;

  private final List<Process> processes = new ArrayList<>();

  private long start(String script) throws IOException {
    String allowed = Proc.text(ProcessHandle.current().pid(), "status");
    String one = allowed.replaceFirst("(?s).*Cpus_allowed_list:\\s*(\\d+).*", "$1");
    Process process = new ProcessBuilder("taskset", "-c", one, "sh", "-c", script).start();
    processes.add(process);
    return process.pid();
  }

  @AfterEach
  void killThem() {
    processes.forEach(Process::destroyForcibly);
  }

  private Turns noted(List<Long> pids) {
    Turns turns = new Turns(() -> pids);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              turns.note();
              turns.look();
              return turns.lost() > 100 * MS;
            });
    return turns;
  }

  @Test
  void whoSharesAProcessorWaitsForTurns() throws IOException {
    List<Long> busy = List.of(start("while :; do :; done"), start("while :; do :; done"));
    assertTrue(noted(busy).lost() > 100 * MS);
  }

  @Test
  void whoSleepsBesideThemWaitsForNone() throws IOException {
    List<Long> busy = List.of(start("while :; do :; done"), start("while :; do :; done"));
    Turns asleep = new Turns(() -> List.of(processes.getLast().pid()));
    start("exec sleep 60");
    await().atMost(Duration.ofSeconds(60)).until(() -> sleeps(processes.getLast().pid()));
    assertEquals(0, asleep.lost());
    noted(busy);
    asleep.note();
    noted(busy);
    asleep.look();
    assertEquals(0, asleep.lost());
  }

  private static boolean sleeps(long pid) {
    return Proc.text(pid, "comm").startsWith("sleep") && Proc.stat(pid).state() == 'S';
  }
}
