package org.ipctck.peer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.ipctck.spi.Transport;

/** The kit's side of a peer that runs in this process, over streams in memory. */
final class Conversation {
  private final PipedOutputStream commands;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final List<JsonObject> events = new ArrayList<>();
  private final Map<Integer, JsonObject> replies = new HashMap<>();
  private int last;

  private Conversation(Iterable<Transport> offered, String wanted) throws IOException {
    commands = new PipedOutputStream();
    Peer peer =
        new Peer(
            new PipedInputStream(commands), new Wire(new Lines()), new Subject(offered, wanted));
    start(peer.office());
    start(
        () -> {
          peer.run();
          peer.close(1000);
        });
  }

  static Conversation with(Iterable<Transport> offered, String wanted) {
    try {
      return new Conversation(offered, wanted);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }

  /** Sends a command and returns its reply; {@link #events} are what came before it. */
  JsonObject ask(String command) throws IOException {
    return reply(begin(command));
  }

  /** Sends a command and returns its id. */
  int begin(String command) throws IOException {
    events.clear();
    say("{\"id\":" + ++last + "," + command + "}");
    return last;
  }

  void say(String line) throws IOException {
    commands.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    commands.flush();
  }

  /** Reads until the reply to a command comes. */
  JsonObject reply(int command) {
    for (; ; ) {
      // Replies of different threads come in any order.
      JsonObject early = replies.remove(command);
      if (early != null) {
        return early;
      }
      JsonObject line = next();
      if (line.has("re")) {
        replies.put(line.integer("re"), line);
      } else {
        events.add(line);
      }
    }
  }

  /** Reads until a line with this key comes. */
  JsonObject awaitLine(String key) {
    JsonObject line = next();
    while (!line.has(key)) {
      line = next();
    }
    return line;
  }

  JsonObject next() {
    try {
      return JsonReader.object(answers.take());
    } catch (InterruptedException e) {
      throw new IllegalStateException("the test was given up", e);
    }
  }

  /** What came before the last reply, since the last command. */
  List<JsonObject> events() {
    return events;
  }

  JsonObject lastEvent() {
    return events.get(events.size() - 1);
  }

  /** Whether an operation came out so. */
  boolean said(String outcome) {
    return events.stream().anyMatch(event -> event.text("out", "").equals(outcome));
  }

  void leave() throws IOException {
    commands.close();
  }

  /** Takes each write for a line; an interrupted thread can write to it, as to a real one. */
  private final class Lines extends OutputStream {
    @Override
    public void write(int b) {
      throw new UnsupportedOperationException("a line comes in one write");
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      answers.add(new String(bytes, offset, length, StandardCharsets.UTF_8));
    }
  }
}
