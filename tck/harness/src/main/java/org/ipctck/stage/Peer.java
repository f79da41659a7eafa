package org.ipctck.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.ipctck.history.Content;
import org.ipctck.history.Kind;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.Condition;
import org.ipctck.spi.Reason;

/** One process that plays ends: commands go in, replies and operations come out. */
final class Peer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_MISUSES = 10;
  private static final int MOST_NOTES = 50;

  private final Body body;
  private final List<Condition> conditions;
  private final OutputStream input;
  private final Tail error;
  private final PeerLines lines;
  private final Thread reader;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, Call> calls = new ConcurrentHashMap<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private final List<String> misuses = new ArrayList<>();
  private volatile Bell bell = new Bell();
  private volatile Consumer<JsonNode> reached = node -> {};
  private volatile boolean outputEnded;
  private volatile long diedAt;
  private volatile boolean damaged;
  private volatile boolean struck;
  private int uses;
  private final Growth growth = new Growth();

  Peer(Body body) {
    this(body, List.of());
  }

  /** In surroundings where these conditions hold. */
  Peer(Body body, List<Condition> conditions) {
    this.body = body;
    this.conditions = List.copyOf(conditions);
    this.input = body.input();
    this.error = Tail.of(body.error(), Long.toString(body.pid()));
    lines = new PeerLines(body.output(), this::take, this::misused, this::ended);
    this.reader = Thread.ofPlatform().daemon().name("stdout-" + body.pid()).start(lines);
  }

  /** A command without anything but its name. */
  static ObjectNode command(String what) {
    return JSON.createObjectNode().put("do", what);
  }

  /** Sends a command. */
  Call ask(ObjectNode command) {
    return ask(command, Kind.OPEN);
  }

  /** Sends a command whose operations are of this kind. */
  Call ask(ObjectNode command, Kind kind) {
    Call call = new Call(ids.incrementAndGet(), kind, this);
    calls.put(call.id, call);
    ObjectNode whole = JSON.createObjectNode().put("id", call.id);
    whole.setAll(command);
    write(whole);
    return call;
  }

  private void write(ObjectNode node) {
    try {
      byte[] line = (JSON.writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8);
      synchronized (input) {
        input.write(line);
        input.flush();
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (IOException gone) {
      // It died; whoever waits for the reply sees that.
      bell.ring();
    }
  }

  /** Rings this bell at everything that happens, and tells this of points that were reached. */
  void listen(Bell newBell, Consumer<JsonNode> newReached) {
    bell = newBell;
    reached = newReached;
  }

  private void take(JsonNode line) {
    if (line.has("re")) {
      Optional.ofNullable(calls.get(line.path("re").asInt())).ifPresent(c -> answered(c, line));
    } else if (line.has("b")) {
      Optional.ofNullable(calls.get(line.path("b").asInt())).ifPresent(c -> begun(c, line));
    } else if (line.has("d")) {
      Optional.ofNullable(calls.get(line.path("d").asInt())).ifPresent(c -> returned(c, line));
    } else if (line.has("note")) {
      noted(line.path("detail").asText());
    } else if (line.has("reached")) {
      reached.accept(line);
    }
    bell.ring();
  }

  private void answered(Call call, JsonNode line) {
    if (!call.answered(line)) {
      misused("a second reply to command " + call.id);
    }
  }

  private void begun(Call call, JsonNode line) {
    long message = Wire.message(line.path("m"));
    int bytes = line.path("bytes").asInt();
    call.begun(Row.begun(call.id, call.kind, line.path("t").asLong(), message, bytes));
  }

  private void returned(Call call, JsonNode line) {
    Optional<Outcome> outcome = Wire.outcome(line.path("out").asText());
    Optional<Reason> reason = Wire.reason(line.path("reason").asText(""));
    Optional<Content> content = Wire.content(line.path("content").asText(""));
    Optional<Row> open = call.open();
    if (outcome.isEmpty() || reason.isEmpty() || content.isEmpty() || open.isEmpty()) {
      misused("an operation that nobody understands: " + line);
      return;
    }
    noteDetail(outcome.get(), line.path("detail").asText(""));
    Row row = open.get().done(line.path("t").asLong(), outcome.get(), reason.get());
    if (outcome.get() == Outcome.MESSAGE || outcome.get() == Outcome.LOST) {
      long raw = Wire.raw(line.path("hex").asText(""));
      row =
          row.holding(Wire.message(line.path("m")), line.path("bytes").asInt(), content.get(), raw);
    }
    call.returned(row);
  }

  private void noteDetail(Outcome outcome, String detail) {
    if (outcome == Outcome.UNTYPED && !detail.isEmpty()) {
      noted(detail);
    }
  }

  private void noted(String words) {
    synchronized (notes) {
      if (notes.size() < MOST_NOTES) {
        notes.add(words);
      }
    }
  }

  /** What it told beside operations: the words of refusals and of undeclared exceptions. */
  List<String> notes() {
    synchronized (notes) {
      return List.copyOf(notes);
    }
  }

  /** Whether its output stands in the middle of a line for so long that it is a misuse. */
  boolean stuckInLine(long nanos) {
    Optional<String> begun = lines.unfinished(nanos);
    begun.ifPresent(words -> misused("a line without its end: " + words));
    return begun.isPresent();
  }

  private void misused(String how) {
    synchronized (misuses) {
      if (misuses.size() < MOST_MISUSES) {
        misuses.add(how);
      }
    }
    damaged = true;
    bell.ring();
  }

  private void ended() {
    outputEnded = true;
    bell.ring();
  }

  /** What it wrote to standard output that is no line of the protocol. */
  List<String> misuses() {
    synchronized (misuses) {
      return List.copyOf(misuses);
    }
  }

  /** Its process id. */
  long pid() {
    return body.pid();
  }

  /** What differs around it. */
  List<Condition> conditions() {
    return conditions;
  }

  /** The process that plays: a child of the one that was started where that had to fork. */
  long worker() {
    return Wrapping.forks(conditions) ? Proc.firstChild(pid()) : pid();
  }

  /** Whether its process has not ended. */
  boolean alive() {
    return body.alive();
  }

  /** Whether nothing more will come from it. */
  boolean gone() {
    return outputEnded || !body.alive() && heldOpen();
  }

  /** Whether a child of the dead process has held its output open for too long. */
  private boolean heldOpen() {
    long now = System.nanoTime();
    if (diedAt == 0) {
      diedAt = now;
    }
    return now - diedAt > 300_000_000;
  }

  /** How it ended, in words. */
  String ending() {
    return body.ending();
  }

  /** Whether it has ended as nobody from outside ends a process: a kernel short of memory kills. */
  boolean fellByItself() {
    return !body.alive() && !body.killed() && !body.ending().isEmpty();
  }

  /** Whether SIGKILL ended it. */
  boolean killed() {
    // Who waits for process 1 of a namespace ends with a status of its own when that is killed.
    return body.killed() || Wrapping.forks(conditions) && !body.alive();
  }

  /** What it wrote last to standard error. */
  Tail error() {
    return error;
  }

  /** Says that it may never play again. */
  void spoil() {
    damaged = true;
  }

  /** Whether it was started by another peer, for one scenario. */
  boolean heir() {
    return body instanceof Heir;
  }

  /** Says that a fault strikes it: whatever becomes of it now is no fault of its own. */
  void strike() {
    damaged = true;
    struck = true;
  }

  /** Whether a fault struck it. */
  boolean struck() {
    return struck;
  }

  /** Whether it may play another scenario. */
  boolean fit() {
    return !damaged && body.alive() && !outputEnded;
  }

  /** Counts a use; how many there were before. */
  int used() {
    return uses++;
  }

  /** What it held as its tries began. */
  Growth growth() {
    return growth;
  }

  /** Forgets the commands that are over, between two tries. */
  void forget() {
    calls.clear();
    synchronized (notes) {
      notes.clear();
    }
    listen(new Bell(), node -> {});
  }

  /** Signals the process and what it forked; whether anybody was there. */
  boolean signal(int signal) {
    long worker = worker();
    if (signal == Posix.SIGKILL && worker != pid()) {
      // Process 1 takes everything in its namespace along, and whoever waits for it follows.
      return Posix.kill(worker, signal);
    }
    return Posix.kill(-body.pid(), signal) || Posix.kill(body.pid(), signal);
  }

  /** Waits until the process has ended; whether it did. */
  boolean awaitEnd(long nanos) {
    long deadline = System.nanoTime() + nanos;
    while (body.alive()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(200_000);
    }
    return true;
  }

  /** Waits until everything that it wrote was read; a child of it may hold its output open. */
  void awaitWords() throws InterruptedException {
    reader.join(500);
  }

  /** Closes its standard input, when it is gone. */
  void hangUp() {
    try {
      input.close();
    } catch (IOException gone) {
      // What was still to be written has no reader.
    }
  }

  /** Kills it and everything that it forked. */
  void kill() {
    damaged = true;
    signal(Posix.SIGKILL);
  }
}
