package org.ipctck.reference.channel;

import java.time.Duration;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Receiver;
import org.ipctck.spi.Sender;
import org.ipctck.spi.Transport;
import org.ipctck.spi.TransportException;

/**
 * The channel of Go between tasks of one runtime: buffered, or a rendezvous when the capacity asked
 * for is 0, shared by any number of senders and receivers.
 *
 * <p>Nobody notices a task that ends without close: the others wait.
 */
public class ChannelTransport implements Transport {

  @Override
  public Profile profile() {
    return common("channel")
        .with(Promise.RECEIVERS, "many")
        .with(Promise.SHARING, "work")
        .with(Promise.OVERFLOW, "block")
        .with(Promise.ACCEPTANCE, "both")
        .declaring("rendezvous", "capacity-0");
  }

  /** What a channel and a mailbox have in common. */
  static Profile common(String name) {
    return Profile.of(name, "0.1.0")
        .with(Promise.MECHANISM, "channel")
        .with(Promise.REACH, "runtime")
        .with(Promise.SENDERS, "many")
        .with(Promise.ORDER, "queue")
        .with(Promise.CAUSAL, "yes")
        .with(Promise.DELIVERY, "at-most-once")
        .with(Promise.CAPACITY, "bounded")
        .with(Promise.MESSAGES, "0..1048576")
        .with(Promise.END, "reported")
        .with(Promise.DEATH, "waits")
        .with(Promise.EMPTINESS, "exact")
        .with(Promise.THREADS, "many")
        .with(Promise.OPENS, "either")
        .with(Promise.NAMES, "none")
        .with(Promise.SLOW_RECEIVER, "isolated");
  }

  @Override
  public Sender openSender(Channel asked, Duration timeout) throws TransportException {
    TaskChannel<byte[]> channel =
        Registry.join(kind(), asked, () -> make(asked), TaskChannel::joinAsSender)
            .orElseThrow(() -> refused(Reason.NO_PEER, "no sender joins after the end", asked));
    return sender(channel, asked, leaving(asked, channel, channel::leaveAsSender));
  }

  @Override
  public Receiver openReceiver(Channel asked, Duration timeout) throws TransportException {
    TaskChannel<byte[]> channel =
        Registry.join(kind(), asked, () -> make(asked), this::joinAsReceiver)
            .orElseThrow(() -> refused(Reason.NAME_IN_USE, "a receiver is there", asked));
    return receiver(channel, asked, leaving(asked, channel, channel::leaveAsReceiver));
  }

  private static TransportException refused(Reason reason, String rule, Channel asked) {
    return new TransportException(reason, rule + ": name=" + asked.name());
  }

  private Runnable leaving(Channel asked, TaskChannel<byte[]> channel, Runnable leave) {
    return () -> Registry.leave(kind(), asked, channel, leave);
  }

  /** What keeps the names of channels and mailboxes apart. */
  protected String kind() {
    return "channel";
  }

  /** Makes the channel that a name stands for. */
  protected TaskChannel<byte[]> make(Channel asked) {
    return new TaskChannel<>(asked.limits().capacity());
  }

  /** Takes a receiver's place, if there is one. */
  protected boolean joinAsReceiver(TaskChannel<byte[]> channel) {
    channel.joinAsReceiver();
    return true;
  }

  /** Makes a sending end. */
  protected Sender sender(TaskChannel<byte[]> channel, Channel asked, Runnable leave) {
    return new ChannelSender(channel, asked, leave);
  }

  /** Makes a receiving end. */
  protected Receiver receiver(TaskChannel<byte[]> channel, Channel asked, Runnable leave) {
    return new ChannelReceiver(channel, leave);
  }
}
