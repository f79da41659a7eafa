package org.ipctck.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import org.ipctck.history.Kind;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Step;

/** One step in one round of a try, and how far it has come. */
final class StepRun {
  final int index;
  final Step step;
  final EndRun end;
  private final String lender;
  private Optional<Call> call = Optional.empty();
  private boolean skipped;
  private boolean gateOpen;
  private long sentAt;
  private String blockedHow = "";

  /** One that uses what the end with this name on the wire has opened, where it uses another's. */
  StepRun(int index, Step step, EndRun end, String lender) {
    this.index = index;
    this.step = step;
    this.end = end;
    this.lender = lender;
  }

  /** Whether its end can be used when it is over. */
  boolean opens() {
    return step.action() instanceof Action.Open || step.action() instanceof Action.Share;
  }

  /** Whether it is carried out at once, beside the thread of its end. */
  boolean aside() {
    return step.action() instanceof Action.CloseAside || step.action() instanceof Action.Interrupt;
  }

  /** Sends its command. */
  void send(ObjectNode channel) {
    Kind kind = kind();
    call = Optional.of(end.peer.ask(command(channel), kind));
    sentAt = System.nanoTime();
  }

  /** Leaves it out: its end never came to be. */
  void skip() {
    skipped = true;
  }

  private Kind kind() {
    return switch (step.action()) {
      case Action.Send any -> Kind.SEND;
      case Action.Receive any -> Kind.RECEIVE;
      case Action.Close any -> Kind.CLOSE;
      case Action.CloseAside any -> Kind.CLOSE;
      default -> Kind.OPEN;
    };
  }

  private ObjectNode command(ObjectNode channel) {
    return switch (step.action()) {
      case Action.Open open -> open("open", channel).put("timeoutMs", open.timeoutMs());
      case Action.Share any -> open("share", channel).put("with", lender);
      case Action.Send send -> send(send, channel);
      case Action.Receive receive -> receive(receive);
      case Action.Identify any -> end.command("identify");
      case Action.Close any -> end.command("close");
      case Action.CloseAside any -> end.command("close-aside");
      case Action.Interrupt any -> end.command("interrupt");
      case Action.Abandon any -> end.command("abandon");
    };
  }

  private ObjectNode open(String what, ObjectNode channel) {
    ObjectNode command = end.command(what);
    command.put("side", end.plan.side().name().toLowerCase(Locale.ROOT));
    command.put("number", end.plan.number());
    command.set("channel", channel);
    end.log.ifPresent(log -> command.put("log", log.path().toString()));
    return command;
  }

  private ObjectNode receive(Action.Receive receive) {
    ObjectNode command = end.command("receive");
    if (receive.notified()) {
      command.put("notified", true);
    }
    return command
        .put("count", receive.count())
        .put("timeoutMs", receive.timeoutMs())
        .put("pauseMicros", receive.pauseMicros())
        .put("stopAtNothing", receive.stopAtNothing())
        .put("scribble", receive.scribble());
  }

  private ObjectNode send(Action.Send send, ObjectNode channel) {
    ObjectNode command = end.command("send");
    if (send.attached() > 0) {
      ArrayNode attach = command.putArray("attach");
      for (int i = 0; i < send.attached(); i++) {
        attach.add(channel.path("directory").asText() + "/" + step.attached(i));
      }
    }
    if (send.sizes().stream().distinct().count() == 1) {
      command.put("bytes", send.sizes().getFirst()).put("count", send.sizes().size());
    } else {
      ArrayNode sizes = command.putArray("sizes");
      send.sizes().forEach(sizes::add);
    }
    return command
        .put("timeoutMs", send.timeoutMs())
        .put("pauseMicros", send.pauseMicros())
        .put("stopAtRefusal", send.stopAtRefusal())
        .put("scribble", send.scribble());
  }

  /** Whether its command is on its way. */
  boolean sent() {
    return call.isPresent() || skipped;
  }

  /** When its command was sent. */
  long sentAt() {
    return sentAt;
  }

  /** Whether it is over, by its reply or by the death of its process. */
  boolean over() {
    return skipped || answered() || end.peer.gone();
  }

  /** Whether its reply came. */
  boolean answered() {
    return reply().isPresent();
  }

  /** Its reply. */
  Optional<JsonNode> reply() {
    return call.flatMap(Call::reply);
  }

  /** Its command. */
  Optional<Call> call() {
    return call;
  }

  /** Of an open: whether it opened its end. */
  boolean opened() {
    return reply().map(r -> r.path("out").asText().equals("done")).orElse(false);
  }

  /** How many operations of it were begun. */
  int begun() {
    return call.map(c -> c.begunCount() + end.log.map(l -> l.begun(c.id)).orElse(0)).orElse(0);
  }

  /** How many operations of it have returned. */
  int returned() {
    return call.map(c -> c.returnedCount() + end.log.map(l -> l.returned(c.id)).orElse(0))
        .orElse(0);
  }

  /** How far it has come: a receive that finds nothing again and again comes nowhere. */
  int progress() {
    if (step.action() instanceof Action.Receive) {
      return call.map(c -> c.messageCount() + end.log.map(l -> l.messages(c.id)).orElse(0))
          .orElse(0);
    }
    return begun() + returned();
  }

  /** The stamp since when an operation of it is open; 0 when none is. */
  long openSince() {
    return call.map(this::openSince).orElse(0L);
  }

  private long openSince(Call c) {
    return c.open().map(Row::begin).orElseGet(() -> end.log.map(l -> l.openSince(c.id)).orElse(0L));
  }

  /** Whether its gate was seen open; it never closes again. */
  boolean gateOpen() {
    return gateOpen;
  }

  void openGate() {
    gateOpen = true;
  }

  /** How it is known that it was blocked, empty when it was not seen so. */
  String blockedHow() {
    return blockedHow;
  }

  void seenBlocked(String how) {
    blockedHow = how;
  }
}
