package org.ipctck.peer;

import java.io.IOException;
import org.ipctck.spi.Capacity;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Identifying;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Receiver;
import org.ipctck.spi.Sender;
import org.ipctck.spi.Transport;
import org.ipctck.spi.TransportException;
import org.jspecify.annotations.Nullable;

/** The thread that carries out the commands of one end, one after another. */
final class EndThread extends Thread {
  private static final Command STOP = new Command(-1, "", new JsonObject());

  private final End end;
  private final Wire wire;
  private final Subject subject;
  private final Mailbox mailbox = new Mailbox();
  private final Act act = new Act();
  private final Played played;
  private boolean busy;
  private boolean interruptNext;
  private int unanswered;

  EndThread(End end, String name, Wire wire, Subject subject, Played played) {
    super("end " + name);
    setDaemon(true);
    this.end = end;
    this.wire = wire;
    this.subject = subject;
    this.played = played;
  }

  synchronized void submit(Command command) {
    unanswered++;
    mailbox.put(command);
  }

  void stopPlaying() {
    mailbox.put(STOP);
  }

  /** Whether every command was answered. */
  synchronized boolean idle() {
    return unanswered == 0;
  }

  /** Interrupts the command under way, or the one that is about to be; false when none is. */
  synchronized boolean interruptCommand() {
    if (busy) {
      interrupt();
    } else {
      interruptNext = unanswered > 0;
    }
    return unanswered > 0;
  }

  private synchronized void begins() {
    Thread.interrupted();
    if (interruptNext) {
      interrupt();
    }
    interruptNext = false;
    busy = true;
  }

  /** Answers; who has read the answer finds that nothing is under way any more. */
  private synchronized void answer(Line reply) {
    Thread.interrupted();
    busy = false;
    unanswered--;
    wire.write(reply);
  }

  @Override
  public void run() {
    for (Command command = mailbox.take(); command != STOP; command = mailbox.take()) {
      begins();
      Line reply;
      try {
        reply = carryOut(command);
      } catch (Throwable thrown) {
        reply = Wire.failure(command.id(), thrown);
      }
      answer(reply);
      if (command.what().equals("close") && end.retire(this)) {
        return;
      }
    }
  }

  private Line carryOut(Command command) throws Exception {
    if (end.stopped()) {
      throw new JsonException("the end was abandoned");
    }
    switch (command.what()) {
      case "open":
        return open(command);
      case "share":
        return share(command);
      case "send":
        return done(command, need(played.sending).play(command));
      case "receive":
        return received(command, need(played.receiving));
      case "identify":
        return identify(command);
      default:
        Act closed = end.closeAside(command.id(), need(played.recorder));
        if (played.receiving != null) {
          played.receiving.letGo();
        }
        return closed.describe(Wire.reply(command.id()));
    }
  }

  /** Who is at the other side, as far as the end knows that. */
  private Line identify(Command command) throws TransportException {
    Line reply = Wire.reply(command.id());
    if (!(end.held() instanceof Identifying identifying)) {
      return reply.key("unsupported").flag(true);
    }
    Identifying.Identity who = identifying.peer();
    // Ids have 32 bits, and the highest are in use: in containers, and for nobody.
    reply.key("user").number(Integer.toUnsignedLong(who.user()));
    reply.key("group").number(Integer.toUnsignedLong(who.group()));
    return reply.key("process").number(who.process());
  }

  private static Line done(Command command, int operations) {
    return Wire.reply(command.id()).key("done").number(operations);
  }

  /** Who was asked to wait until it is told says how often it was. */
  private static Line received(Command command, Receiving receiving) throws InterruptedException {
    int operations = receiving.play(command);
    Line reply = done(command, operations);
    return command.body().flag("notified") ? reply.key("told").number(operations) : reply;
  }

  private static <T> T need(@Nullable T side) {
    if (side == null) {
      throw new JsonException("the end must be opened first, as the side that is asked for");
    }
    return side;
  }

  private Recorder recorder(JsonObject body) throws IOException {
    if (body.flag("unrecorded")) {
      return new Unrecorded();
    }
    return body.has("log") ? end.log(body.text("log")) : new LineRecorder(wire);
  }

  private Line open(Command command) throws IOException {
    JsonObject body = command.body();
    Transport transport = subject.transport();
    Channel channel = Channels.read(body.object("channel"), end.point);
    boolean sender = Channels.isSender(body.text("side"));
    int timeout = body.integer("timeoutMs");
    Recorder recorder = recorder(body);
    recorder.begin(act.of(Kind.OPEN, command.id(), 0, Act.NO_ID, 0));
    AutoCloseable opened = null;
    try {
      opened =
          sender
              ? transport.openSender(channel, Channels.timeout(timeout))
              : transport.openReceiver(channel, Channels.timeout(timeout));
      act.returned();
      classify(opened);
    } catch (Throwable thrown) {
      act.returned();
      act.threw(thrown);
    }
    recorder.finish(act);
    Line reply = act.describe(Wire.reply(command.id()));
    if (opened != null) {
      take(opened, body, recorder, reply);
    }
    return reply;
  }

  /** Opens nothing: what another end has opened is used from this thread too. */
  private Line share(Command command) throws IOException {
    JsonObject body = command.body();
    Recorder recorder = recorder(body);
    recorder.begin(act.of(Kind.OPEN, command.id(), 0, Act.NO_ID, 0));
    act.returned();
    act.came(Outcome.DONE);
    recorder.finish(act);
    Line reply = act.describe(Wire.reply(command.id()));
    take(end.lent(), body, recorder, reply);
    return reply;
  }

  private void classify(@Nullable AutoCloseable opened) {
    if (opened == null) {
      act.came(Outcome.UNTYPED, Reason.NONE, "open returned null");
    } else {
      act.came(Outcome.DONE);
    }
  }

  private void take(AutoCloseable opened, JsonObject body, Recorder recorder, Line reply) {
    end.hold(opened);
    played.nothing();
    played.recorder = recorder;
    int channel = body.object("channel").integer("number");
    if (opened instanceof Sender sender) {
      int number = body.integer("number");
      played.sending = new Sending(sender, end, recorder, channel, number, subject.keepsBuffers());
      capacity(sender, reply);
    } else {
      played.receiving = new Receiving((Receiver) opened, end, recorder, wire, channel);
    }
    Hello.abilities(reply, opened);
  }

  private static void capacity(Sender sender, Line reply) {
    try {
      Capacity granted = sender.capacity();
      reply.key("capacity").open('[').text(word(granted.unit()));
      reply.decimal(granted.atLeast()).decimal(granted.atMost());
      reply.number(granted.overheadPerMessage()).close(']');
    } catch (RuntimeException thrown) {
      reply.key("note").cut("the capacity could not be read: " + Wire.describe(thrown), 1000);
    }
  }

  private static String word(Capacity.Unit unit) {
    return unit.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Waits between two operations; an interrupt ends the wait and hits the next operation. */
  static void pause(int micros) {
    long until = System.nanoTime() + micros * 1000L;
    for (long left = micros * 1000L; left > 0; left = until - System.nanoTime()) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      java.util.concurrent.locks.LockSupport.parkNanos(left);
    }
  }
}
