package org.ipctck.peer;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One end by its name: what lasts over its incarnations, and the thread that plays it now. */
final class End {
  final ArmedPoint point;

  private final String name;
  private final Wire wire;
  private final Subject subject;
  private final Played played = new Played();
  private @Nullable EndThread player;
  private volatile boolean stopped;
  private @Nullable EventLog log;
  private String logPath = "";
  private long sequence;

  /** The open end, which stays for late calls when it was closed; another thread may close it. */
  private volatile @Nullable AutoCloseable held;

  private volatile @Nullable AutoCloseable lent;

  End(String name, Wire wire, Subject subject) {
    this.name = name;
    this.wire = wire;
    this.subject = subject;
    this.point = new ArmedPoint(name, wire);
  }

  /** Has a command carried out by the thread of the end, after those before it. */
  synchronized void submit(Command command) {
    if (player == null) {
      player = new EndThread(this, name, wire, subject, played);
      player.start();
    }
    player.submit(command);
  }

  /** Interrupts the command that is carried out; false when there is none. */
  synchronized boolean interrupt() {
    return player != null && player.interruptCommand();
  }

  /** Begins no operation any more; the one under way goes on. */
  synchronized void stop() {
    stopped = true;
    if (player != null) {
      player.stopPlaying();
    }
  }

  /** Whether no further operation may begin. */
  boolean stopped() {
    return stopped;
  }

  /**
   * Lets the thread of a closed end go when nothing waits for it; a late command starts another.
   */
  synchronized boolean retire(EndThread thread) {
    if (player != thread || !thread.idle()) {
      return false;
    }
    player = null;
    return true;
  }

  /** Whether no thread plays it. */
  synchronized boolean resting() {
    return player == null;
  }

  /** Waits until the thread has gone without close; the next command starts a new one. */
  void abandon() throws InterruptedException {
    stop();
    EndThread going = player();
    if (going != null) {
      going.join();
    }
    forget();
  }

  private synchronized @Nullable EndThread player() {
    return player;
  }

  private synchronized void forget() {
    player = null;
    held = null;
    lent = null;
    played.nothing();
    stopped = false;
    // Whoever opens it again maps it again: a mapping that nobody needs is memory of the host.
    log = null;
  }

  /** Closes the end from the calling thread, and says how it came out. */
  Act closeAside(int command, Recorder recorder) {
    AutoCloseable end = held();
    Act act = new Act().of(Kind.CLOSE, command, 0, Act.NO_ID, 0);
    recorder.begin(act);
    try {
      end.close();
      act.returned();
      act.came(Outcome.DONE);
    } catch (Throwable thrown) {
      act.returned();
      act.threw(thrown);
    }
    recorder.finish(act);
    return act;
  }

  /** Gives it what another end has opened, for its own thread to use as well. */
  void lend(AutoCloseable open) {
    lent = open;
  }

  /** What it was given. */
  AutoCloseable lent() {
    AutoCloseable end = lent;
    if (end == null) {
      throw new JsonException("nothing was shared with this end: end=" + name);
    }
    return end;
  }

  void hold(AutoCloseable end) {
    held = end;
  }

  boolean holds() {
    return held != null;
  }

  /** The end that was opened last. */
  AutoCloseable held() {
    AutoCloseable end = held;
    if (end == null) {
      throw new JsonException("the end must be opened first: end=" + name);
    }
    return end;
  }

  /** The log at this path; records go on where those of the former incarnation ended. */
  EventLog log(String path) throws IOException {
    EventLog known = log;
    if (known == null || !logPath.equals(path)) {
      // An interrupt that waits for the operation would close the file while it is mapped.
      boolean interrupted = Thread.interrupted();
      known = EventLog.map(path, wire);
      log = known;
      logPath = path;
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    return known;
  }

  /** The sequence number of the next message; only for the thread of the end. */
  long nextSequence() {
    return sequence++;
  }
}
