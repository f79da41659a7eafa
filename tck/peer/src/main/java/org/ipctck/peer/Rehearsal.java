package org.ipctck.peer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.List;
import org.ipctck.spi.Capacity;
import org.ipctck.spi.Received;
import org.ipctck.spi.Receiver;
import org.ipctck.spi.Sender;
import org.ipctck.spi.Sent;

/**
 * A play without audience that loads what the first real operations need, and compiles nothing. The
 * transport under test is not touched.
 */
final class Rehearsal {
  private static final int MESSAGES = 20;

  private Rehearsal() {}

  static void play() throws InterruptedException {
    map();
    Wire nowhere = new Wire(OutputStream.nullOutputStream());
    Recorder log = new EventLog(ByteBuffer.allocateDirect(3 * MESSAGES * EventLog.RECORD), nowhere);
    Slot slot = new Slot();
    Subject none = new Subject(List.of(), "");
    End end = new End("rehearsal", nowhere, none);
    Sending sending = new Sending(slot, end, log, 0, 0, false);
    Receiving receiving = new Receiving(slot, end, log, nowhere, 0);
    Command send = command("{\"id\":0,\"do\":\"send\",\"bytes\":64,\"count\":1,\"timeoutMs\":-1}");
    Command receive = command("{\"id\":0,\"do\":\"receive\",\"count\":1,\"timeoutMs\":0}");
    for (int i = 0; i < MESSAGES; i++) {
      sending.play(send);
      receiving.play(receive);
    }
  }

  private static Command command(String line) {
    JsonObject body = JsonReader.object(line);
    return new Command(body.integer("id"), body.text("do"), body);
  }

  /** The first mapping of a process costs tens of milliseconds, whichever file it is. */
  private static void map() {
    try (RandomAccessFile file = new RandomAccessFile("/proc/self/exe", "r");
        FileChannel channel = file.getChannel()) {
      channel.map(FileChannel.MapMode.READ_ONLY, 0, EventLog.RECORD);
    } catch (IOException elsewhere) {
      // No such file here: the first log pays for the first mapping.
    }
  }

  /** Both sides of a channel that holds one message. */
  private static final class Slot implements Sender, Receiver {
    private ByteBuffer message = ByteBuffer.allocate(0);

    @Override
    public Sent send(ByteBuffer body, Duration timeout) {
      message = body;
      return Sent.accepted();
    }

    @Override
    public Received receive(Duration timeout) {
      return Received.Message.of(message);
    }

    @Override
    public Capacity capacity() {
      return Capacity.messages(1);
    }

    @Override
    public void close() {}
  }
}
