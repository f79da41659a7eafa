package org.ipctck.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipctck.fault.Fault;
import org.ipctck.fault.Trigger;
import org.ipctck.history.Census;
import org.ipctck.history.Claim;
import org.ipctck.history.Content;
import org.ipctck.history.Fall;
import org.ipctck.history.FaultRecord;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.MessageId;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.history.Sight;
import org.ipctck.history.Usage;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.ChannelPlan;
import org.ipctck.scenario.Condition;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Move;
import org.ipctck.scenario.Scenario;
import org.ipctck.scenario.Step;
import org.ipctck.scenario.Surroundings;
import org.ipctck.spi.Capacity;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;

/** A history told by hand, row by row. */
final class Told {
  /** A profile that promises as much as these rules can judge. */
  static final Profile STRICT =
      Profile.of("told", "1")
          .with(Promise.ORDER, "queue")
          .with(Promise.DELIVERY, "at-most-once")
          .with(Promise.OVERFLOW, "block")
          .with(Promise.CAPACITY, "bounded")
          .with(Promise.ACCEPTANCE, "both")
          .with(Promise.END, "reported")
          .with(Promise.DEATH, "kernel")
          .with(Promise.MESSAGES, "0..65536")
          .with(Promise.EMPTINESS, "exact");

  static final long NEVER = Operations.NEVER;

  private static final Action SENDS = new Action.Send(List.of(8), 1000, 0, true, false);
  private static final Action RECEIVES = new Action.Receive(1000, 1000, 0, false);

  private final Profile profile;
  private final List<ChannelPlan> channels = new ArrayList<>();
  private final List<End> ends = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<FaultRecord> faults = new ArrayList<>();
  private final Map<String, Capacity> capacities = new HashMap<>();
  private final Map<String, Long> dropped = new HashMap<>();
  private final Operations operations = new Operations(16);
  private final List<Integer> stepOf = new ArrayList<>();
  private final List<Census> censuses = new ArrayList<>();
  private final List<String> leaks = new ArrayList<>();
  private final List<Move> moves = new ArrayList<>();
  private final List<Sight> sights = new ArrayList<>();
  private final List<Surroundings> surroundings = new ArrayList<>();
  private final List<Fall> fallen = new ArrayList<>();

  private final List<Claim> claims = new ArrayList<>();
  private long stalls;
  private long watched = Long.MIN_VALUE;
  private double calibration = 1.0;

  Told(Profile profile) {
    this.profile = profile;
  }

  Told channel(String name) {
    int number = channels.size() + 1;
    channels.add(new ChannelPlan(name, number, name, "", 4, 65536, 4, 4));
    return this;
  }

  Told capacity(String channel, Capacity capacity) {
    capacities.put(channel, capacity);
    return this;
  }

  Told dropped(String channel, long messages) {
    dropped.put(channel, messages);
    return this;
  }

  Told stalled(long nanos) {
    stalls = nanos;
    return this;
  }

  /** What had not returned by then is known to have gone on until then. */
  Told watched(long stamp) {
    watched = stamp;
    return this;
  }

  Told calibrated(double factor) {
    calibration = factor;
    return this;
  }

  Told holds(String process, int round, int each) {
    censuses.add(new Census(process, round, each, 1, 1, 1, 1));
    return this;
  }

  /** The process of an end ended by itself. */
  Told fell(String end) {
    fallen.add(new Fall("process-of-" + end, "exit status 1"));
    return this;
  }

  Told left(String leak) {
    leaks.add(leak);
    return this;
  }

  Told sender(String name, String channel) {
    return sender(name, channel, false);
  }

  Told sender(String name, String channel, boolean scribbles) {
    return sender(name, channel, new Action.Send(List.of(8), 1000, 0, true, scribbles));
  }

  Told sender(String name, String channel, Action.Send how) {
    end(name, channel, End.Side.SENDER, how);
    return this;
  }

  Told receiver(String name, String channel) {
    return receiver(name, channel, 1000);
  }

  Told receiver(String name, String channel, int timeoutMs) {
    end(name, channel, End.Side.RECEIVER, new Action.Receive(1000, timeoutMs, 0, false));
    return this;
  }

  Told sender(String name, String channel, String process) {
    return end(name, channel, End.Side.SENDER, process, SENDS);
  }

  Told receiver(String name, String channel, String process) {
    return end(name, channel, End.Side.RECEIVER, process, RECEIVES);
  }

  private void end(String name, String channel, End.Side side, Action action) {
    end(name, channel, side, "process-of-" + name, action);
  }

  private Told end(String name, String channel, End.Side side, String process, Action action) {
    int number =
        (int) ends.stream().filter(e -> e.channel().equals(channel) && e.side() == side).count();
    ends.add(new End(name, process, channel, side, number));
    steps.add(new Step("step-of-" + name, name, action, Gate.open()));
    return this;
  }

  /** What an end does is a step of its own. */
  Told doing(String end, Action action) {
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (step.end().equals(end)) {
        steps.set(i, new Step(step.id(), end, action, step.gate()));
      }
    }
    return this;
  }

  private int row(
      String end,
      Kind kind,
      long begin,
      long finish,
      Outcome outcome,
      Reason reason,
      long id,
      int bytes,
      Content content) {
    int index = 0;
    while (!ends.get(index).name().equals(end)) {
      index++;
    }
    operations.add(index, kind, begin, finish, outcome, reason, id, bytes, content);
    stepOf.add(index);
    return operations.size() - 1;
  }

  /** The id of a message of a sender. */
  long id(String sender, long sequence) {
    End end = ends.stream().filter(e -> e.name().equals(sender)).findFirst().orElseThrow();
    int number =
        channels.stream()
            .filter(c -> c.name().equals(end.channel()))
            .findFirst()
            .orElseThrow()
            .number();
    return MessageId.of(number, end.number(), sequence);
  }

  int send(String end, long sequence, long begin, long finish, Outcome outcome) {
    return send(end, sequence, begin, finish, outcome, Reason.NONE, 64);
  }

  int send(
      String end,
      long sequence,
      long begin,
      long finish,
      Outcome outcome,
      Reason reason,
      int bytes) {
    return row(
        end, Kind.SEND, begin, finish, outcome, reason, id(end, sequence), bytes, Content.NONE);
  }

  int accepted(String end, long sequence, long begin, long finish) {
    return send(end, sequence, begin, finish, Outcome.ACCEPTED);
  }

  int receive(String end, long begin, long finish, long id) {
    return receive(end, begin, finish, id, 64, Content.WHOLE);
  }

  int receive(String end, long begin, long finish, long id, int bytes, Content content) {
    return row(end, Kind.RECEIVE, begin, finish, Outcome.MESSAGE, Reason.NONE, id, bytes, content);
  }

  int lost(String end, long begin, long finish, int messages) {
    return row(
        end,
        Kind.RECEIVE,
        begin,
        finish,
        Outcome.LOST,
        Reason.NONE,
        MessageId.NONE,
        messages,
        Content.NONE);
  }

  int received(String end, long begin, long finish, Outcome outcome, Reason reason) {
    return row(end, Kind.RECEIVE, begin, finish, outcome, reason, MessageId.NONE, 0, Content.NONE);
  }

  int nothing(String end, long begin, long finish) {
    return received(end, begin, finish, Outcome.NOTHING, Reason.TIMEOUT);
  }

  int open(String end, long begin, long finish) {
    return open(end, begin, finish, Outcome.DONE, Reason.NONE);
  }

  int open(String end, long begin, long finish, Outcome outcome, Reason reason) {
    return row(end, Kind.OPEN, begin, finish, outcome, reason, MessageId.NONE, 0, Content.NONE);
  }

  int close(String end, long begin, long finish) {
    return close(end, begin, finish, Outcome.DONE, Reason.NONE);
  }

  int close(String end, long begin, long finish, Outcome outcome, Reason reason) {
    return row(end, Kind.CLOSE, begin, finish, outcome, reason, MessageId.NONE, 0, Content.NONE);
  }

  /** A fault of the process of an end. */
  Told fault(Fault.Kind kind, String end, long begun, long done, Usage... usages) {
    return fault(kind, end, begun, done, 0, usages);
  }

  /** The process of an end stands still for so many milliseconds. */
  Told stoodStill(String end, long begun, long done, int healMs) {
    return fault(Fault.Kind.SIGSTOP, end, begun, done, healMs);
  }

  private Told fault(
      Fault.Kind kind, String end, long begun, long done, int healMs, Usage... usages) {
    String target = kind == Fault.Kind.ABANDON ? end : "process-of-" + end;
    Fault fault = new Fault("f" + faults.size(), kind, target, new Trigger.Time(0), healMs);
    faults.add(new FaultRecord(fault, begun, done, NEVER, true, "seen", List.of(usages)));
    return this;
  }

  /** The process of an end runs in surroundings of its own. */
  Told around(String end, Condition... conditions) {
    surroundings.add(new Surroundings("process-of-" + end, List.of(conditions)));
    return this;
  }

  /** What the kit saw or put there when it made a move. */
  Told saw(Move.Deed deed, String move, List<Sight.Name> names) {
    return saw(deed, new Sight(move, 0, 0, names, List.of(), List.of(), ""));
  }

  /** What the kit saw when it made a move. */
  Told saw(Move.Deed deed, Sight sight) {
    moves.add(new Move(sight.move(), deed, Gate.open()));
    sights.add(sight);
    return this;
  }

  /** An end says who is at the other side. */
  Told claims(Claim claim) {
    claims.add(claim);
    return this;
  }

  History history() {
    return new History(
        new Scenario(
            "told",
            1,
            channels,
            ends,
            steps,
            faults.stream().map(FaultRecord::fault).toList(),
            1,
            surroundings,
            moves),
        profile,
        operations,
        stepOf.stream().mapToInt(Integer::intValue).toArray(),
        List.copyOf(faults),
        Map.copyOf(capacities),
        Map.copyOf(dropped),
        List.copyOf(censuses),
        List.copyOf(leaks),
        stalls,
        calibration,
        watched,
        sights,
        fallen,
        claims);
  }

  /** What a rule sees in this history, the surest first. */
  List<Observation> seenBy(Rule rule) {
    return rule.judge(history()).violations().stream().map(Violation::observation).toList();
  }
}
