package org.ipctck.stage;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.ipctck.spi.Received;

/** The queue behind the toy transport. */
final class ToyQueue {
  private final Deque<ByteBuffer> messages = new ArrayDeque<>();
  private final int capacity;
  private boolean closed;

  ToyQueue(int capacity) {
    this.capacity = capacity;
  }

  synchronized boolean put(ByteBuffer message, Duration limit) throws InterruptedException {
    long deadline = deadline(limit);
    while (messages.size() >= capacity && !closed) {
      if (!waited(deadline)) {
        return false;
      }
    }
    if (closed) {
      return false;
    }
    messages.add(message);
    notifyAll();
    return true;
  }

  synchronized Received take(Duration limit) throws InterruptedException {
    long deadline = deadline(limit);
    while (messages.isEmpty() && !closed) {
      if (!waited(deadline)) {
        return new Received.Nothing();
      }
    }
    if (messages.isEmpty()) {
      return new Received.End();
    }
    notifyAll();
    return Received.Message.of(messages.remove());
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }

  synchronized boolean closed() {
    return closed;
  }

  private boolean waited(long deadline) throws InterruptedException {
    long left = deadline - System.nanoTime();
    if (left <= 0) {
      return false;
    }
    wait(Math.max(1, Math.min(left / 1_000_000, 1_000)));
    return true;
  }

  private static long deadline(Duration limit) {
    long millis = limit.getSeconds() > 1_000_000 ? 1_000_000_000L : limit.toMillis();
    return System.nanoTime() + millis * 1_000_000L;
  }
}
