package org.ipctck.benchmark.crash;

import java.nio.file.Path;
import java.time.Duration;
import org.ipctck.reference.sharedmemory.SharedMemoryTransport;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Sender;
import org.ipctck.spi.Sent;

/** A sender that survives its receivers: when one is gone it looks for the next, and goes on. */
final class Feeder {
  private final Channel channel;
  private final int name;
  private final Tally tally;
  private final Thread thread;
  private volatile boolean over;
  private volatile long accepted;
  private volatile long told;
  private volatile boolean attached;

  Feeder(Path directory, int line, int name, Tally tally) {
    this.channel = Victim.channel(directory, line, point -> {});
    this.name = name;
    this.tally = tally;
    this.thread = Thread.ofPlatform().daemon().start(this::feed);
  }

  private void feed() {
    try {
      while (!over) {
        Sender sender = new SharedMemoryTransport().openSender(channel, Duration.ofSeconds(60));
        attached = true;
        send(sender);
        attached = false;
        sender.close();
      }
    } catch (Exception e) {
      tally.wrong("a surviving sender failed: " + e);
    }
  }

  private void send(Sender sender) throws InterruptedException {
    while (!over) {
      Sent sent = sender.send(new Numbered(name, accepted + 1).bytes(), Sender.FOREVER);
      if (sent.reason() == Reason.PEER_GONE && sent.fate() == Sent.Fate.REFUSED) {
        told = System.nanoTime();
        return;
      }
      if (sent.fate() != Sent.Fate.ACCEPTED) {
        tally.wrong("a surviving sender's send ended as " + sent);
        return;
      }
      accepted++;
    }
  }

  /** When it was last told that its receiver is gone; 0 when never. */
  long told() {
    return told;
  }

  /** Whether it has an end now, rather than looking for a receiver. */
  boolean isAttached() {
    return attached;
  }

  /** Its last message that was accepted. */
  long accepted() {
    return accepted;
  }

  void finish() {
    over = true;
  }

  void close() throws InterruptedException {
    finish();
    thread.join();
  }
}
