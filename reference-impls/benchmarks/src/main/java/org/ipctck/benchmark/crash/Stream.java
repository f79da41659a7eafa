package org.ipctck.benchmark.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.ipctck.reference.sharedmemory.SharedMemoryTransport;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Received;
import org.ipctck.spi.Receiver;
import org.ipctck.spi.Sender;
import org.ipctck.spi.Sent;

/** A channel of which the receiver and one sender survive while other senders come and die. */
final class Stream {
  static final int SURVIVOR = 0;

  private final Tally tally;
  private final Receiver receiver;
  private final Sender sender;
  private final Thread[] threads;
  private final Map<Integer, Long> last = new HashMap<>();
  private volatile boolean over;
  private volatile long begun;

  Stream(Path directory, int line, Tally tally) throws Exception {
    this.tally = tally;
    SharedMemoryTransport transport = new SharedMemoryTransport();
    Channel channel = Victim.channel(directory, line, point -> {});
    receiver = transport.openReceiver(channel, Duration.ZERO);
    sender = transport.openSender(channel, Duration.ZERO);
    threads =
        new Thread[] {
          Thread.ofPlatform().daemon().start(() -> guarded(this::receive)),
          Thread.ofPlatform().daemon().start(() -> guarded(this::send))
        };
  }

  /** Something that may be interrupted. */
  private interface Work {
    void run() throws InterruptedException;
  }

  private void guarded(Work work) {
    try {
      work.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send() throws InterruptedException {
    while (!over) {
      begun++;
      Sent sent = sender.send(new Numbered(SURVIVOR, begun).bytes(), Sender.FOREVER);
      if (sent.fate() != Sent.Fate.ACCEPTED) {
        tally.wrong("a survivor's send ended as " + sent);
        return;
      }
    }
  }

  private void receive() throws InterruptedException {
    while (true) {
      Received received = receiver.receive(Sender.FOREVER);
      if (!(received instanceof Received.Message message)) {
        if (!over) {
          tally.wrong("a surviving receiver was told " + received);
        }
        return;
      }
      Numbered read = Numbered.of(message.body());
      long expected = last(read.sender()) + 1;
      if (read.number() != expected) {
        tally.wrong("received " + read + " instead of number " + expected);
      }
      tally.message();
      synchronized (last) {
        last.put(read.sender(), read.number());
      }
    }
  }

  /** The last message of a sender that was received. */
  long last(int sender) {
    synchronized (last) {
      return last.getOrDefault(sender, 0L);
    }
  }

  /** The last message that the surviving sender has begun to send. */
  long begun() {
    return begun;
  }

  void close() throws Exception {
    over = true;
    threads[1].join();
    sender.close();
    threads[0].join();
    receiver.close();
  }
}
