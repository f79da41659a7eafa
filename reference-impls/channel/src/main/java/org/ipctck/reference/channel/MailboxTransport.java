package org.ipctck.reference.channel;

import org.ipctck.spi.Channel;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;

/** The mailbox of an actor: many senders, one receiver, and the oldest message yields. */
public class MailboxTransport extends ChannelTransport {

  @Override
  public Profile profile() {
    return common("mailbox")
        .with(Promise.RECEIVERS, "1")
        .with(Promise.OVERFLOW, "drop-oldest")
        .with(Promise.ACCEPTANCE, "survives-sender");
  }

  @Override
  protected String kind() {
    return "mailbox";
  }

  @Override
  protected TaskChannel<byte[]> make(Channel asked) {
    return new Mailbox<>(asked.limits().capacity());
  }

  @Override
  protected boolean joinAsReceiver(TaskChannel<byte[]> channel) {
    return channel.joinAsOnlyReceiver();
  }
}
