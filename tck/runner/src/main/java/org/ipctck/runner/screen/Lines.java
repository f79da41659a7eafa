package org.ipctck.runner.screen;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.ipctck.runner.judge.Screen;
import org.ipctck.runner.record.Kit;
import org.ipctck.suite.CheckInfo;
import org.ipctck.suite.CheckResult;

/** A line a check; on a terminal also a bar below them, elsewhere a heartbeat. */
final class Lines implements Screen {
  private static final long HEARTBEAT_NANOS = 30_000_000_000L;
  private static final int BAR = 30;

  private final Terminal terminal;
  private final ScheduledExecutorService painter =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("screen").unstarted(task));
  private int planned;
  private int done;
  private String running = "";
  private long begun = System.nanoTime();
  private long lastLine = System.nanoTime();
  private boolean painted;

  Lines(Terminal terminal) {
    this.terminal = terminal;
    long pause = terminal.live() ? 200 : 1_000;
    painter.scheduleAtFixedRate(this::tick, pause, pause, TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void opening(String label) {
    running = "starting " + label;
    planned = 0;
    done = 0;
  }

  @Override
  public synchronized void subject(String name, String depth, long seed) {
    begun = System.nanoTime();
    line(" IPC TCK " + Kit.VERSION + "  subject " + name + "  depth " + depth + "  seed " + seed);
  }

  @Override
  public synchronized void say(String sentence) {
    line(Wrapped.text(sentence, terminal.width(), "", "  "));
  }

  @Override
  public synchronized void done(String sentence) {
    done++;
    say(sentence);
  }

  @Override
  public synchronized void planned(int checks) {
    planned = checks;
    done = 0;
  }

  @Override
  public synchronized void started(CheckInfo check) {
    running = check.requirement() + " " + check.name();
  }

  @Override
  public synchronized void finished(CheckResult result) {
    done++;
    running = "";
    line(CheckLine.of(result, done, planned, terminal.color(), terminal.width()));
  }

  @Override
  public synchronized void close() {
    painter.shutdownNow();
    wipe();
  }

  private synchronized void tick() {
    if (terminal.live()) {
      paint();
    } else if (System.nanoTime() - lastLine > HEARTBEAT_NANOS) {
      line("   still running: " + running + "  (" + done + "/" + planned + ", " + since() + ")");
    }
  }

  private void line(String text) {
    wipe();
    terminal.out().println(text);
    lastLine = System.nanoTime();
  }

  private void wipe() {
    if (painted) {
      terminal.out().print("\r\033[K");
      terminal.out().flush();
      painted = false;
    }
  }

  private void paint() {
    int filled = planned == 0 ? 0 : BAR * done / planned;
    String bar = "=".repeat(filled) + (filled < BAR ? ">" + " ".repeat(BAR - filled - 1) : "");
    String text = " [" + bar + "] " + done + "/" + planned + "  " + since() + "  " + running;
    wipe();
    terminal.out().print(text.substring(0, Math.min(text.length(), terminal.width() - 1)));
    terminal.out().flush();
    painted = true;
  }

  private String since() {
    long seconds = (System.nanoTime() - begun) / 1_000_000_000;
    return seconds < 60 ? seconds + "s" : seconds / 60 + "m" + "%02ds".formatted(seconds % 60);
  }
}
