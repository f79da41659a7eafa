package org.ipctck.reference.channel;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.ipctck.spi.Counting;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Received;
import org.ipctck.spi.Receiver;

/** A receiving end of a channel between tasks; for any number of threads. */
public class ChannelReceiver implements Receiver, Counting {
  private final TaskChannel<byte[]> channel;
  private final Blocked blocked = new Blocked();
  private final Runnable leave;

  /** An end that leaves the channel by {@code leave}, once. */
  protected ChannelReceiver(TaskChannel<byte[]> channel, Runnable leave) {
    this.channel = channel;
    this.leave = leave;
  }

  @Override
  public Received receive(Duration timeout) throws InterruptedException {
    if (blocked.closed()) {
      return closed();
    }
    Select select = new Select().receive(channel);
    return switch (select.choose(timeout, blocked).outcome()) {
      case DONE -> deliver(select.received(channel, 0));
      case ENDED -> new Received.End();
      case LOST -> new Received.Lost(select.lost(0));
      case TIMED_OUT -> new Received.Nothing();
      case CLOSED -> closed();
      case GONE -> throw new IllegalStateException("a receive cannot come out as GONE");
    };
  }

  private static Received closed() {
    return new Received.Broken(Reason.CLOSED, "this end was closed");
  }

  /** Hands the bytes out; nobody else has them. */
  protected Received deliver(byte[] bytes) {
    return Received.Message.of(ByteBuffer.wrap(bytes));
  }

  @Override
  public long dropped() {
    return channel.dropped();
  }

  @Override
  public long pending() {
    return channel.pending();
  }

  @Override
  public void close() {
    if (blocked.close()) {
      leave.run();
    }
  }
}
