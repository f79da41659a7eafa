package org.ipctck.stage;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.ipctck.spi.Capacity;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Received;
import org.ipctck.spi.Receiver;
import org.ipctck.spi.Sender;
import org.ipctck.spi.Sent;
import org.ipctck.spi.Transport;

/** A bounded queue in memory: enough of a transport to play on. */
public final class ToyTransport implements Transport {
  private static final Map<String, ToyQueue> QUEUES = new ConcurrentHashMap<>();

  @Override
  public Profile profile() {
    return Profile.of("toy", "1")
        .with(Promise.MECHANISM, "channel")
        .with(Promise.REACH, "runtime")
        .with(Promise.SENDERS, "1")
        .with(Promise.RECEIVERS, "1")
        .with(Promise.ORDER, "queue")
        .with(Promise.DELIVERY, "at-most-once")
        .with(Promise.CAPACITY, "bounded")
        .with(Promise.OVERFLOW, "block")
        .with(Promise.MESSAGES, "0..65536")
        .with(Promise.ACCEPTANCE, "none")
        .with(Promise.END, "reported")
        .with(Promise.DEATH, "no")
        .with(Promise.OPENS, "either")
        .with(Promise.NAMES, "none")
        .with(Promise.SLOW_RECEIVER, "isolated");
  }

  /** What it does wrong in this process: nothing, or what a test asks for. */
  private static final String WRONG = System.getProperty("toy", "");

  /** How long what it starts at an open is still there. */
  private static final long LINGER = 300_000_000;

  private static final AtomicInteger CLOSES = new AtomicInteger();

  private static void misbehave() {
    try {
      switch (WRONG) {
        case "forks" -> new ProcessBuilder("setsid", "sleep", "1009").start();
        case "hangs" -> new CountDownLatch(1).await();
        case "lingers" -> Thread.ofPlatform().daemon().start(() -> LockSupport.parkNanos(LINGER));
        case "prints" -> print("no line of any protocol\n");
        default -> {}
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void hangInClose() {
    boolean now =
        WRONG.equals("hangs-in-close")
            || WRONG.equals("hangs-in-later-closes") && CLOSES.incrementAndGet() > 1;
    while (now) {
      LockSupport.park();
    }
  }

  private static void print(String text) throws IOException {
    try (var out = new FileOutputStream("/proc/self/fd/1")) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static ToyQueue queue(Channel channel) {
    String key = channel.directory() + "/" + channel.name();
    return QUEUES.computeIfAbsent(key, any -> new ToyQueue(channel.limits().capacity()));
  }

  @Override
  public Sender openSender(Channel channel, Duration timeout) {
    misbehave();
    ToyQueue queue = queue(channel);
    return new Sender() {
      @Override
      public Sent send(ByteBuffer message, Duration limit) throws InterruptedException {
        if (WRONG.equals("exits")) {
          System.exit(3);
        }
        channel.reached("put");
        ByteBuffer copy = ByteBuffer.allocate(message.remaining()).put(message).flip();
        return queue.put(copy, limit)
            ? Sent.accepted()
            : Sent.refused(queue.closed() ? Reason.CLOSED : Reason.TIMEOUT, "");
      }

      @Override
      public Capacity capacity() {
        return Capacity.messages(channel.limits().capacity());
      }

      @Override
      public void close() {
        hangInClose();
        queue.close();
      }
    };
  }

  @Override
  public Receiver openReceiver(Channel channel, Duration timeout) {
    ToyQueue queue = queue(channel);
    return new Receiver() {
      @Override
      public Received receive(Duration limit) throws InterruptedException {
        return queue.take(limit);
      }

      @Override
      public void close() {
        queue.close();
        QUEUES.values().remove(queue);
      }
    };
  }
}
