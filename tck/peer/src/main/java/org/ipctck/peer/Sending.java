package org.ipctck.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.ipctck.spi.Descriptors;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Sender;
import org.ipctck.spi.Sent;
import org.jspecify.annotations.Nullable;

/** The send operations of one open sender. */
final class Sending {
  static final byte SCRIBBLE = (byte) 0xEE;

  private final Sender sender;
  private final End end;
  private final Recorder recorder;
  private final int channel;
  private final int number;
  private final boolean keepsBuffers;
  private final Act act = new Act();
  private ByteBuffer buffer = Payload.buffer(0);

  Sending(
      Sender sender, End end, Recorder recorder, int channel, int number, boolean keepsBuffers) {
    this.sender = sender;
    this.end = end;
    this.recorder = recorder;
    this.channel = channel;
    this.number = number;
    this.keepsBuffers = keepsBuffers;
  }

  /** Sends all that the command asks for, and says how many operations that were. */
  int play(Command command) {
    JsonObject body = command.body();
    if (!body.has("attach")) {
      return play(command, List.of());
    }
    if (!(sender instanceof Descriptors)) {
      throw new JsonException("the end must be able to hand over descriptors");
    }
    try (Attached attached = Attached.at(body.list("attach"))) {
      return play(command, attached.numbers());
    } catch (IOException problem) {
      throw new UncheckedIOException("a file to attach must be made", problem);
    }
  }

  private int play(Command command, List<Integer> attached) {
    JsonObject body = command.body();
    int[] sizes = body.integers("sizes");
    int bytes = body.integer("bytes", 0);
    int count = body.has("sizes") ? sizes.length : body.integer("count", 1);
    Duration timeout = Channels.timeout(body.integer("timeoutMs"));
    int pause = body.integer("pauseMicros", 0);
    boolean stopAtRefusal = body.flag("stopAtRefusal");
    boolean scribble = body.flag("scribble");
    for (int i = 0; i < count; i++) {
      if (end.stopped()) {
        return i;
      }
      send(command.id(), i, body.has("sizes") ? sizes[i] : bytes, attached, timeout);
      if (scribble) {
        Arrays.fill(buffer.array(), SCRIBBLE);
      }
      if (over(stopAtRefusal)) {
        return i + 1;
      }
      if (pause > 0 && i + 1 < count) {
        EndThread.pause(pause);
      }
    }
    return count;
  }

  private void send(int command, int index, int bytes, List<Integer> attached, Duration timeout) {
    if (buffer.capacity() < bytes || keepsBuffers) {
      buffer = Payload.buffer(bytes);
    }
    long id = Payload.id(channel, number, end.nextSequence());
    Payload.fill(buffer, id, bytes);
    recorder.begin(act.of(Kind.SEND, command, index, id, bytes));
    try {
      Sent sent =
          attached.isEmpty()
              ? sender.send(buffer, timeout)
              : ((Descriptors) sender).send(buffer, attached, timeout);
      act.returned();
      classify(sent);
    } catch (Throwable thrown) {
      act.returned();
      act.threw(thrown);
    }
    recorder.finish(act);
  }

  private void classify(@Nullable Sent sent) {
    if (sent == null) {
      act.came(Outcome.UNTYPED, Reason.NONE, "send returned null");
    } else if (sent.fate() == Sent.Fate.ACCEPTED) {
      act.came(Outcome.ACCEPTED);
    } else {
      Outcome outcome = sent.fate() == Sent.Fate.REFUSED ? Outcome.REFUSED : Outcome.UNKNOWN;
      act.came(outcome, sent.reason(), sent.detail());
    }
  }

  private boolean over(boolean stopAtRefusal) {
    switch (act.outcome) {
      case ACCEPTED:
        return false;
      case INTERRUPTED:
      case UNTYPED:
        return true;
      case REFUSED:
        return stopAtRefusal || act.reason == Reason.CLOSED || act.reason == Reason.PEER_GONE;
      default:
        return stopAtRefusal;
    }
  }
}
