package org.ipctck.suite.canned;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.ipctck.fault.Fault;
import org.ipctck.fault.Trigger;
import org.ipctck.history.Content;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.MessageId;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.ChannelPlan;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Scenario;
import org.ipctck.scenario.Step;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;
import org.ipctck.suite.Player;

/** Makes up histories in which everything accepted comes once, or each message more often. */
public final class CannedPlayer implements Player {
  /** How many messages are sent where all is as usual. */
  static final int AT_HOME = 1;

  private final int copies;
  private final UnaryOperator<Played> afterwards;
  public int plays;

  /** Plays so that each message comes so often; then changes what came of it. */
  public CannedPlayer(int copies, UnaryOperator<Played> afterwards) {
    this.copies = copies;
    this.afterwards = afterwards;
  }

  /** One sender that sends so many messages. */
  public static Scenario scenario(int messages) {
    Action send = new Action.Send(Collections.nCopies(messages, 8), 100, 0, false, false);
    return new Scenario(
        "canned",
        1,
        List.of(new ChannelPlan("c", 1, "c", "", 4, 64, 1, 1)),
        List.of(new End("s", "p1", "c", End.Side.SENDER, 1)),
        List.of(new Step("s1", "s", send, Gate.open())),
        List.of(new Fault("f", Fault.Kind.SIGKILL, "p1", new Trigger.Time(1), 0)),
        1);
  }

  /** What comes of it where all is as usual is changed, and of nothing else. */
  public static UnaryOperator<Played> atHome(UnaryOperator<Played> change) {
    return played ->
        played.history().scenario().equals(scenario(AT_HOME)) ? change.apply(played) : played;
  }

  /** The same scenario, in which each message comes once. */
  public static Played once(Played played) {
    return new CannedPlayer(1, UnaryOperator.identity()).play(played.history().scenario());
  }

  /** Another history of the same scenario that was not played as meant. */
  public static Played barren(Played played) {
    return new Played(played.history(), false, "the fault did not land", List.of(), Map.of(), "");
  }

  /** The same, in which a call did not come back. */
  public static Played slow(Played played) {
    return new Played(
        played.history(),
        true,
        "",
        List.of(),
        played.landed(),
        "close of end s did not return in 10000 ms");
  }

  @Override
  public Profile profile() {
    return Profile.of("canned", "1")
        .with(Promise.DELIVERY, "at-most-once")
        .with(Promise.DEATH, "kernel")
        .with(Promise.OVERFLOW, "drop-newest");
  }

  @Override
  public List<String> points() {
    return List.of();
  }

  @Override
  public boolean manyThreads() {
    return false;
  }

  @Override
  public Played play(Scenario scenario) {
    plays++;
    Operations operations = new Operations(16);
    Action.Send send = (Action.Send) scenario.steps().get(0).action();
    for (int i = 0; i < send.sizes().size(); i++) {
      long id = MessageId.of(1, 1, i);
      operations.add(0, Kind.SEND, i, i + 1, Outcome.ACCEPTED, Reason.NONE, id, 8, Content.NONE);
    }
    for (int i = 0; i < copies; i++) {
      operations.add(0, Kind.RECEIVE, i, i + 1, Outcome.MESSAGE, Reason.NONE, 0, 8, Content.WHOLE);
    }
    History history =
        History.of(scenario, profile(), operations, new int[operations.size()], List.of());
    return afterwards.apply(new Played(history, true, "", List.of(), Map.of("SIGKILL", 1), ""));
  }
}
