package org.ipctck.reference.channel;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.ipctck.spi.Capacity;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Counting;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Sender;
import org.ipctck.spi.Sent;

/** A sending end of a channel between tasks; for any number of threads. */
public class ChannelSender implements Sender, Counting {
  private final TaskChannel<byte[]> channel;
  private final Channel asked;
  private final int largest;
  private final Blocked blocked = new Blocked();
  private final Runnable leave;

  /** An end that leaves the channel by {@code leave}, once. */
  protected ChannelSender(TaskChannel<byte[]> channel, Channel asked, Runnable leave) {
    this.channel = channel;
    this.asked = asked;
    this.largest = asked.limits().maxMessageBytes();
    this.leave = leave;
  }

  @Override
  public Sent send(ByteBuffer message, Duration timeout) throws InterruptedException {
    if (blocked.closed()) {
      return Sent.refused(Reason.CLOSED, "this end was closed");
    }
    if (message.remaining() > largest) {
      return Sent.refused(
          Reason.TOO_LARGE,
          "a message is at most the agreed size: bytes=%d, largest=%d"
              .formatted(message.remaining(), largest));
    }
    byte[] bytes = copy(message);
    asked.reached("commit");
    Select select = new Select().send(channel, bytes);
    return answer(select.choose(timeout, blocked).outcome(), timeout);
  }

  /** Copies the bytes, so that the buffer is the caller's again. */
  protected byte[] copy(ByteBuffer message) {
    byte[] bytes = new byte[message.remaining()];
    message.duplicate().get(bytes);
    return bytes;
  }

  private static Sent answer(Outcome outcome, Duration timeout) {
    return switch (outcome) {
      case DONE -> Sent.accepted();
      case GONE -> Sent.refused(Reason.PEER_GONE, "all receivers closed");
      case CLOSED -> Sent.refused(Reason.CLOSED, "this end was closed while it waited");
      case TIMED_OUT ->
          timeout.isPositive()
              ? Sent.refused(Reason.TIMEOUT, "no room within timeout=" + timeout)
              : Sent.refused(Reason.FULL, "no room now");
      case ENDED, LOST -> throw new IllegalStateException("a send cannot come out as " + outcome);
    };
  }

  @Override
  public Capacity capacity() {
    return Capacity.messages(channel.capacity());
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
