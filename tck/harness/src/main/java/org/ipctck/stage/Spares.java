package org.ipctck.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.ipctck.scenario.Condition;

/**
 * The processes of a stage: those that survived a scenario undamaged play again, and once some are
 * used up others are started ahead.
 */
final class Spares implements AutoCloseable {
  /** Starting a gRPC peer was seen to take 7 s on a busy host, so it gets twice the patience. */
  private static final long START_FACTOR = 2 * 1_000_000L;

  /** What the thread of a Java peer is in that makes the transport. */
  private static final String LOADING = "at org.ipctck.peer.Subject.load(";

  /** Scenarios of one check often ask for two surroundings at a time. */
  private static final int MOST_APART = 4;

  private final Subject subject;
  private final StageOptions options;
  private final HostWatch host;
  private final Deque<Peer> ready = new ArrayDeque<>();

  /** Those in surroundings of their own, the one that was used last first. */
  private final Deque<Peer> apart = new ArrayDeque<>();

  private final Set<Peer> all = ConcurrentHashMap.newKeySet();
  private List<String> launch = List.of();
  private final ExecutorService undertaker =
      Executors.newSingleThreadExecutor(
          task -> Thread.ofPlatform().daemon().name("undertaker").unstarted(task));
  private int wanted;
  private int starting;
  private boolean closed;

  Spares(Subject subject, StageOptions options, HostWatch host) {
    this.subject = subject;
    this.options = options;
    this.host = host;
  }

  /** Sets the words before the command that the profile asks for. */
  void launchWith(List<String> words) {
    launch = List.copyOf(words);
  }

  /** A process that has answered hello. */
  Peer take() throws CouldNotRun, InterruptedException {
    synchronized (this) {
      while (ready.isEmpty() && starting > 0) {
        wait(1_000);
      }
      Optional<Peer> fit = Optional.ofNullable(ready.pollFirst());
      refill();
      if (fit.isPresent() && fit.get().fit()) {
        return fit.get();
      }
    }
    return start();
  }

  /** A process in surroundings of its own that has answered hello; files lie in the directory. */
  Peer take(List<Condition> conditions, Path directory) throws CouldNotRun, InterruptedException {
    if (conditions.isEmpty()) {
      return take();
    }
    synchronized (this) {
      for (Peer peer : List.copyOf(apart)) {
        if (peer.conditions().equals(conditions)) {
          apart.remove(peer);
          if (peer.fit()) {
            return peer;
          }
        }
      }
    }
    return start(conditions, directory);
  }

  /** Keeps it for the next scenario in the same surroundings, or lets it go. */
  private void keepApart(Peer peer) {
    Peer leaving = peer;
    synchronized (this) {
      if (peer.fit() && Wrapping.lasts(peer.conditions()) && !closed) {
        apart.addFirst(peer);
        if (apart.size() <= MOST_APART) {
          return;
        }
        leaving = apart.removeLast();
      }
    }
    Peer gone = leaving;
    gone.kill();
    later(() -> end(gone));
  }

  /** Takes a process back; it plays again only when it is fit. */
  void giveBack(Peer peer) {
    peer.forget();
    if (peer.heir()) {
      peer.kill();
      later(() -> end(peer));
      return;
    }
    if (!peer.conditions().isEmpty()) {
      keepApart(peer);
      return;
    }
    if (!peer.fit()) {
      discard(peer);
      return;
    }
    synchronized (this) {
      ready.addFirst(peer);
    }
  }

  /** Ends a process, and sees to it that others are ready. */
  void discard(Peer peer) {
    peer.kill();
    later(() -> end(peer));
    synchronized (this) {
      wanted = options.spares();
      refill();
    }
  }

  /** Does something that nobody waits for, such as the end of processes. */
  void later(Runnable task) {
    try {
      undertaker.execute(task);
    } catch (RejectedExecutionException closing) {
      // Every process of the stage is being ended anyhow.
    }
  }

  private synchronized void refill() {
    while (!closed && ready.size() + starting < wanted) {
      starting++;
      Thread.ofPlatform().daemon().name("spare").start(this::startAhead);
      if (starting > 1) {
        return;
      }
    }
  }

  private void startAhead() {
    Optional<Peer> peer = Optional.empty();
    try {
      peer = Optional.of(start());
    } catch (CouldNotRun | InterruptedException e) {
      // Whoever needs a process starts one itself and is told why it cannot.
      options.progress().accept("a spare process could not be started: " + e.getMessage());
    } finally {
      started(peer);
    }
  }

  private synchronized void started(Optional<Peer> peer) {
    starting--;
    if (closed) {
      peer.ifPresent(Peer::kill);
    } else {
      peer.ifPresent(ready::addLast);
      wanted = peer.isPresent() ? wanted : 0;
      refill();
    }
    notifyAll();
  }

  /** Starts a process and has it say hello. */
  Peer start() throws CouldNotRun, InterruptedException {
    return start(List.of(), Path.of("/"));
  }

  private Peer start(List<Condition> conditions, Path directory)
      throws CouldNotRun, InterruptedException {
    Peer peer = spawn(conditions, Wrapping.words(conditions, directory));
    try {
      hello(peer);
      // A peer that can makes itself warm before it counts; another answers "unsupported".
      peer.ask(Peer.command("warm")).await(patience());
      return peer;
    } catch (CouldNotRun | InterruptedException e) {
      end(peer);
      throw e;
    }
  }

  private void end(Peer peer) {
    peer.kill();
    bury(peer);
    all.remove(peer);
  }

  private void bury(Peer peer) {
    if (peer.awaitEnd(2_000_000_000L)) {
      if (peer.heir() && Proc.stat(peer.pid()).parent() == ProcessHandle.current().pid()) {
        // Its parent died before it, so its exit status is the kit's to take.
        Orphans.reap(peer.pid());
      }
      Nursery.forget(peer.pid());
    }
    peer.hangUp();
  }

  /** A process that is being started right now would be nobody's to end. */
  private synchronized void awaitStarters() {
    long deadline = System.nanoTime() + 5_000_000_000L;
    try {
      while (starting > 0 && System.nanoTime() < deadline) {
        wait(50);
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private Peer spawn(List<Condition> conditions, List<String> wrapping)
      throws CouldNotRun, InterruptedException {
    List<String> command = command(wrapping);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(subject.environment());
    builder.environment().put(Orphans.VARIABLE, Orphans.MARK);
    try {
      Peer peer = new Peer(new Body.Child(Nursery.start(builder)), conditions);
      all.add(peer);
      if (isClosed()) {
        peer.kill();
      }
      return peer;
    } catch (IOException e) {
      throw new CouldNotRun(
          "the command of the subject must start: command="
              + String.join(" ", command)
              + " error="
              + e.getMessage()
              + "; check its path",
          e);
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private List<String> command(List<String> wrapping) {
    List<String> command = new ArrayList<>(Nursery.guard());
    command.addAll(wrapping);
    command.addAll(own());
    return command;
  }

  /** The command of the subject with the words of its profile, without the kit's guard. */
  List<String> own() {
    List<String> command = new ArrayList<>(launch);
    command.addAll(subject.command());
    return command;
  }

  private long patience() {
    return (long) (START_FACTOR * options.patienceMs() * host.calibration());
  }

  /** Says hello to a process and reads what it says of itself. */
  Hello hello(Peer peer) throws CouldNotRun, InterruptedException {
    ObjectNode hello = Peer.command("hello");
    hello.putArray("versions").add(1);
    Optional<JsonNode> reply = peer.ask(hello).await(patience());
    if (reply.isPresent() && !reply.get().has("error")) {
      return Hello.read(reply.get());
    }
    peer.awaitEnd(100_000_000);
    String error = reply.map(r -> r.path("error").asText()).orElse("");
    if (!error.isEmpty()) {
      throw new CouldNotRun(error + said(peer));
    }
    if (peer.conditions().contains(new Condition.OtherUser())) {
      Optional<Path> barred = Reach.barred(own());
      if (barred.isPresent()) {
        throw CouldNotRun.lacks(
            "no other user can start the subject, who may not read "
                + barred.get()
                + "; put it where everybody can");
      }
    }
    // Before its stacks are asked for, which it says with its last words.
    String said = said(peer);
    throw new CouldNotRun("a peer answers hello: " + silence(peer) + said + mend());
  }

  private String silence(Peer peer) {
    if (!peer.alive()) {
      return "it ended with " + peer.ending();
    }
    String late = "it did not answer in time, which is %d s".formatted(patience() / 1_000_000_000);
    if (subject.hosting() == Subject.Hosting.COMMAND) {
      return late;
    }
    String frames = CanaryWords.hangs(List.of(Evidence.stacks(peer)), LOADING);
    return frames.isEmpty() ? late : late + "; it hangs in " + frames;
  }

  /** The command of a JVM is the kit's own, and of no use by hand. */
  private String mend() {
    return subject.hosting() == Subject.Hosting.COMMAND
        ? "; run it by hand: " + String.join(" ", own())
        : "; the constructor and profile() of the adapter neither wait nor exit";
  }

  /** What a peer said that explains why it failed. */
  static String said(Peer peer) throws InterruptedException {
    peer.awaitWords();
    String misuse = peer.misuses().isEmpty() ? "" : "; on standard output " + peer.misuses();
    String error = peer.error().brief();
    return misuse + (error.isEmpty() ? "" : "; its last words: " + error);
  }

  /** Takes a process of another origin into the care of this stage. */
  void adopt(Peer peer) {
    all.add(peer);
    if (isClosed()) {
      peer.kill();
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      ready.clear();
      apart.clear();
    }
    undertaker.shutdown();
    all.forEach(Peer::kill);
    awaitStarters();
    all.forEach(Peer::kill);
    all.forEach(this::bury);
    all.clear();
    try {
      Nursery.sweep();
    } catch (InterruptedException hurried) {
      // What is left dies with the kit.
      Thread.currentThread().interrupt();
    }
  }
}
