package org.ipctck.peer;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import org.ipctck.spi.Capacity;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Counting;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Received;
import org.ipctck.spi.Receiver;
import org.ipctck.spi.Sender;
import org.ipctck.spi.Sent;
import org.ipctck.spi.Transport;
import org.ipctck.spi.TransportException;

/** A queue between threads under one lock; its setting {@code fault} makes it misbehave. */
public final class ToyTransport implements Transport {
  private final Map<String, Pile> piles = new ConcurrentHashMap<>();

  @Override
  public Profile profile() {
    return Profile.of("toy", "7")
        .with(Promise.MECHANISM, "channel")
        .declaring("points", "claim commit");
  }

  @Override
  public Sender openSender(Channel channel, Duration timeout) throws TransportException {
    fail(channel);
    return new Mouth(channel, pile(channel));
  }

  @Override
  public Receiver openReceiver(Channel channel, Duration timeout) throws TransportException {
    fail(channel);
    return new Ear(pile(channel));
  }

  private static void fail(Channel channel) throws TransportException {
    switch (channel.settings().getOrDefault("fault", "")) {
      case "typed":
        throw new TransportException(Reason.NAME_IN_USE, "taken");
      case "untyped":
        throw new IllegalStateException("oops");
      default:
    }
  }

  private Pile pile(Channel channel) {
    String key = channel.directory() + "/" + channel.name();
    return piles.computeIfAbsent(key, name -> new Pile(channel.limits().capacity()));
  }

  /** What lies between the ends. */
  private static final class Pile {
    private final Queue<byte[]> messages = new ArrayDeque<>();
    private final int room;
    private boolean over;

    Pile(int room) {
      this.room = room;
    }

    synchronized Sent add(byte[] message, Duration timeout) throws InterruptedException {
      if (messages.size() >= room && !timeout.isZero()) {
        wait(Math.min(timeout.getSeconds(), 100_000) * 1000 + timeout.toMillisPart());
      }
      if (messages.size() >= room) {
        return Sent.refused(timeout.isZero() ? Reason.FULL : Reason.TIMEOUT, "no room");
      }
      messages.add(message);
      notifyAll();
      return Sent.accepted();
    }

    synchronized Received take(Duration timeout) throws InterruptedException {
      if (messages.isEmpty() && !over && !timeout.isZero()) {
        wait(Math.min(timeout.getSeconds(), 100_000) * 1000 + timeout.toMillisPart());
      }
      byte[] message = messages.poll();
      notifyAll();
      if (message == null) {
        return over ? new Received.End() : new Received.Nothing();
      }
      return Received.Message.of(ByteBuffer.wrap(message));
    }

    synchronized int size() {
      return messages.size();
    }

    synchronized void end() {
      over = true;
      notifyAll();
    }
  }

  /** A sender. */
  private static final class Mouth implements Sender, Counting {
    private final Channel channel;
    private final Pile pile;

    Mouth(Channel channel, Pile pile) {
      this.channel = channel;
      this.pile = pile;
    }

    @Override
    public Sent send(ByteBuffer message, Duration timeout) throws InterruptedException {
      channel.reached("claim");
      byte[] copy = new byte[message.remaining()];
      message.get(copy);
      if (channel.settings().getOrDefault("fault", "").equals("corrupt")) {
        copy[copy.length - 1]++;
      }
      Sent sent = pile.add(copy, timeout);
      channel.reached("commit");
      return sent;
    }

    @Override
    public Capacity capacity() {
      return Capacity.messages(channel.limits().capacity());
    }

    @Override
    public long dropped() {
      return 0;
    }

    @Override
    public long pending() {
      return pile.size();
    }

    @Override
    public void close() {
      pile.end();
    }
  }

  /** A receiver. */
  private record Ear(Pile pile) implements Receiver {
    @Override
    public Received receive(Duration timeout) throws InterruptedException {
      return pile.take(timeout);
    }

    @Override
    public void close() {
      pile.end();
    }
  }
}
