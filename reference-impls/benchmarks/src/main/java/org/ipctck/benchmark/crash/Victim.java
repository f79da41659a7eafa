package org.ipctck.benchmark.crash;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.ipctck.reference.sharedmemory.SharedMemoryTransport;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Received;
import org.ipctck.spi.Receiver;
import org.ipctck.spi.Sender;
import org.ipctck.spi.Sent;

/**
 * The process that is killed: an end of each channel, each in a thread of its own. It waits for one
 * line of {@code role directory ledger channels name point passage}, says when it is there, and
 * goes on until it is killed or its input ends.
 */
public final class Victim {
  private static final SharedMemoryTransport TRANSPORT = new SharedMemoryTransport();

  private final Path directory;
  private final Ledger ledger;
  private final int channels;
  private final int name;
  private final String point;
  private final long passage;
  private volatile boolean over;

  private Victim(String[] words) throws Exception {
    this.directory = Path.of(words[1]);
    this.channels = Integer.parseInt(words[3]);
    this.ledger = new Ledger(Path.of(words[2]), channels);
    this.name = Integer.parseInt(words[4]);
    this.point = words[5];
    this.passage = Long.parseLong(words[6]);
  }

  /** Plays one side of all channels. */
  public static void main(String[] arguments) throws Exception {
    TRANSPORT.profile();
    new Numbered(0, 0).bytes();
    say("warm");
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line = input.readLine();
    if (line == null) {
      return;
    }
    String[] words = line.split(" ");
    new Victim(words).play(words[0].equals("send"), input);
  }

  private static void say(String word) {
    System.out.println(word);
    System.out.flush();
  }

  static Channel channel(Path directory, int line, java.util.function.Consumer<String> points) {
    Channel.Limits limits = new Channel.Limits(4, Numbered.LARGEST, 3, 1);
    return new Channel(directory, "c" + line, limits, "restricted", Map.of(), points);
  }

  private void play(boolean sends, BufferedReader input) throws Exception {
    CountDownLatch open = new CountDownLatch(channels);
    Thread[] threads = new Thread[channels];
    for (int line = 0; line < channels; line++) {
      int own = line;
      threads[line] =
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    try {
                      if (sends) {
                        send(own, open);
                      } else {
                        receive(own, open);
                      }
                    } catch (Exception e) {
                      e.printStackTrace();
                      ledger.add(own, Ledger.WRONG);
                    }
                  });
    }
    open.await();
    say("there");
    while (input.readLine() != null) {}
    over = true;
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private Channel channel(int line) {
    long[] passed = {0};
    return channel(directory, line, reached -> reached(line, reached, passed));
  }

  /** Stands at its point from the given passage on, until it may go on. */
  private void reached(int line, String at, long[] passed) {
    if (!at.equals(point) || ++passed[0] < passage) {
      return;
    }
    ledger.set(line, Ledger.STANDS_AT, passed[0]);
    while (ledger.get(line, Ledger.GO_ON) < passed[0] && !over) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private void send(int line, CountDownLatch open) throws Exception {
    Sender sender = TRANSPORT.openSender(channel(line), Duration.ofSeconds(60));
    open.countDown();
    for (long number = 1; !over; number++) {
      ledger.set(line, Ledger.BEGUN, number);
      Sent sent = sender.send(new Numbered(name, number).bytes(), Sender.FOREVER);
      if (sent.fate() != Sent.Fate.ACCEPTED) {
        ledger.add(line, Ledger.REFUSED);
        break;
      }
      ledger.set(line, Ledger.ACCEPTED, number);
    }
    sender.close();
  }

  private void receive(int line, CountDownLatch open) throws Exception {
    Receiver receiver = TRANSPORT.openReceiver(channel(line), Duration.ofSeconds(60));
    open.countDown();
    boolean[] known = new boolean[2];
    while (!over) {
      Received received = receiver.receive(Duration.ofMillis(100));
      if (received instanceof Received.Message message) {
        check(line, Numbered.of(message.body()), known);
      } else if (!(received instanceof Received.Nothing)) {
        // The senders of the round have gone; the next victim gets new ones.
        LockSupport.parkNanos(10_000_000);
      }
    }
    receiver.close();
  }

  /** One message may have gone down with each receiver: that which it was just being handed. */
  private void check(int line, Numbered message, boolean[] known) {
    if (message.sender() < 0 || message.sender() > 1) {
      ledger.add(line, Ledger.WRONG);
      return;
    }
    int column = Ledger.RECEIVED + message.sender();
    long missing = message.number() - ledger.get(line, column) - 1;
    if (missing == 1 && !known[message.sender()]) {
      ledger.add(line, Ledger.IN_FLIGHT);
    } else if (missing != 0) {
      ledger.add(line, Ledger.WRONG);
    }
    known[message.sender()] = true;
    ledger.set(line, column, message.number());
  }
}
