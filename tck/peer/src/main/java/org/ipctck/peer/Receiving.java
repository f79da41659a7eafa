package org.ipctck.peer;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.ipctck.spi.Notifying;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Received;
import org.ipctck.spi.Receiver;
import org.jspecify.annotations.Nullable;

/** The receive operations of one open receiver. */
final class Receiving {
  private final Receiver receiver;
  private final End end;
  private final Recorder recorder;
  private final Wire wire;
  private final int channel;
  private final Act act = new Act();
  private final Remembered remembered = new Remembered();
  private final Handed handed = new Handed();
  private boolean scribbles;

  Receiving(Receiver receiver, End end, Recorder recorder, Wire wire, int channel) {
    this.receiver = receiver;
    this.end = end;
    this.recorder = recorder;
    this.wire = wire;
    this.channel = channel;
  }

  /** Receives all that the command asks for, and says how many operations that were. */
  int play(Command command) throws InterruptedException {
    JsonObject body = command.body();
    int wanted = body.integer("count");
    Duration timeout = Channels.timeout(body.integer("timeoutMs"));
    int pause = body.integer("pauseMicros", 0);
    boolean stopAtNothing = body.flag("stopAtNothing");
    scribbles = body.flag("scribble");
    boolean notified = body.flag("notified");
    int done = 0;
    while (wanted > 0 && !end.stopped() && (!notified || told(timeout))) {
      receive(command.id(), done++, notified ? Duration.ZERO : timeout);
      if (act.outcome == Outcome.MESSAGE) {
        wanted--;
      } else if (act.outcome == Outcome.NOTHING ? stopAtNothing : act.outcome != Outcome.LOST) {
        break;
      }
      if (pause > 0 && wanted > 0) {
        EndThread.pause(pause);
      }
    }
    return done;
  }

  /** Waits to be told that there is something; the kit asks only ends that are able to tell. */
  private boolean told(Duration timeout) throws InterruptedException {
    if (!(receiver instanceof Notifying notifying)) {
      throw new JsonException("the end cannot tell that there is something");
    }
    return notifying.awaitReceivable(timeout);
  }

  /** Closes what came beside the bytes. */
  void letGo() {
    handed.close();
  }

  private void receive(int command, int index, Duration timeout) {
    recorder.begin(act.of(Kind.RECEIVE, command, index, Act.NO_ID, 0));
    Received.@Nullable Message message = null;
    try {
      Received received = receiver.receive(timeout);
      act.returned();
      message = classify(received);
    } catch (Throwable thrown) {
      act.returned();
      act.threw(thrown);
    }
    recorder.finish(act);
    if (message != null) {
      scribble(message.body());
      release(message);
    }
  }

  private Received.@Nullable Message classify(@Nullable Received received) {
    if (received instanceof Received.Message message) {
      act.came(Outcome.MESSAGE);
      handed.keep(message.descriptors());
      inspect(message.body());
      return message;
    }
    if (received instanceof Received.Nothing) {
      act.came(Outcome.NOTHING);
    } else if (received instanceof Received.Lost lost) {
      act.came(Outcome.LOST);
      act.bytes = (int) Math.min(lost.messages(), Integer.MAX_VALUE);
    } else if (received instanceof Received.End) {
      act.came(Outcome.END);
    } else if (received instanceof Received.Broken broken) {
      act.came(Outcome.BROKEN, broken.reason(), broken.detail());
    } else {
      act.came(Outcome.UNTYPED, Reason.NONE, "receive returned null");
    }
    return null;
  }

  private void inspect(ByteBuffer body) {
    act.bytes = body.remaining();
    if (act.bytes < 8) {
      act.content = Content.SHORT;
      act.id = 0;
      for (int i = act.bytes - 1; i >= 0; i--) {
        act.id = act.id << 8 | body.get(body.position() + i) & 0xFF;
      }
      return;
    }
    act.id = Payload.idOf(body);
    if (Payload.whole(body, act.id)) {
      act.content = Content.WHOLE;
      remembered.add(act.id, act.bytes);
    } else if (act.id >>> 56 == channel) {
      act.content = remembered.isIn(body) ? Content.EARLIER : Content.CORRUPT;
    } else {
      act.content = Content.NO_ID;
      act.id = Act.NO_ID;
    }
  }

  /** The id stays, so that whoever else sees this can say which message it was. */
  private void scribble(ByteBuffer body) {
    for (int at = body.position() + 8; scribbles && !body.isReadOnly() && at < body.limit(); at++) {
      body.put(at, Sending.SCRIBBLE);
    }
  }

  private void release(Received.Message message) {
    try {
      message.release().run();
    } catch (Throwable thrown) {
      Line line = new Line().key("note").number(act.command).key("i").number(act.index);
      wire.write(line.key("detail").cut("release threw " + Wire.describe(thrown), 1000));
    }
  }
}
