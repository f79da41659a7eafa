package org.ipctck.suite.generate;

import java.util.ArrayList;
import java.util.List;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Condition;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Gate;
import org.ipctck.scenario.Move;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Promise;

/** Lists opens of processes that lack what they need, and tries again when it is there. */
public final class Shortages {
  /** The look when nobody has tried again yet. */
  public static final String LEFT = "left";

  /** Free descriptors: none, too few for most, and enough for some. */
  private static final List<Integer> SPARES = List.of(0, 1, 3);

  /** Room for a header and for nothing that comes behind it. */
  private static final int PAGE = 4_096;

  private final Terms terms;
  private final int bytes;

  private Shortages(Terms terms) {
    this.terms = terms;
    this.bytes = terms.size(40_000);
  }

  /** Those of the subject that is judged now. */
  public static Shortages now() {
    return new Shortages(Terms.now());
  }

  /** Those that these terms allow. */
  public static Shortages on(Terms terms) {
    return new Shortages(terms);
  }

  private Script script(String name) {
    return new Script(terms, name, 1).mostlyTogether();
  }

  private End.Side first() {
    return terms.has(Promise.OPENS, "sender-first") ? End.Side.SENDER : End.Side.RECEIVER;
  }

  private static End.Side other(End.Side side) {
    return side == End.Side.SENDER ? End.Side.RECEIVER : End.Side.SENDER;
  }

  /** A process opens one side with few descriptors left, and again with all of them. */
  public List<Scenario> ofDescriptors(String name) {
    return List.of(
        starved(name + " for the first end", first()),
        starved(name + " for the second end", other(first())));
  }

  private Scenario starved(String name, End.Side side) {
    Script script = script(name);
    usual(script);
    Gate turn = Gate.done("ws.close", "wr.close");
    List<Integer> spares = terms.manyThreads() ? SPARES : SPARES.subList(0, 1);
    for (int i = 0; i < spares.size(); i++) {
      String tried = "tried" + i;
      script.channel("c" + i, "c" + i, "d" + i, terms.capacity(2, bytes), bytes);
      if (side != first()) {
        end(script, "there" + i, "c" + i, first());
        script.open("there" + i, turn);
        turn = Gate.done("there" + i + ".open");
      }
      end(script, tried, "c" + i, side);
      script.move("take" + i, new Move.Starve(script.process(tried), spares.get(i)), turn);
      script.open(tried, new Gate.AfterMove("take" + i));
      Move.Feed feed = new Move.Feed(script.process(tried));
      script.move("give" + i, feed, Gate.done(tried + ".open"));
      script.close(tried, new Gate.AfterMove("give" + i));
      turn = Gate.done(tried + ".close");
    }
    script.move(LEFT, new Move.Look(), turn);
    again(script, "tried0", side, side == first() ? "" : "there0", new Gate.AfterMove(LEFT));
    return script.build();
  }

  /** What a runtime loads when a channel is used for the first time it has from then on. */
  private void usual(Script script) {
    script.channel("w", terms.capacity(2, bytes), bytes);
    script.receiver("wr", "p", "w").sender("ws", "p", "w");
    script.send("ws", "send", List.of(bytes), Gate.open());
    script.take("wr", "take", 1, 0, Gate.open());
    script.close("ws", Gate.done("wr.take")).close("wr", Gate.done("ws.close"));
  }

  private void end(Script script, String end, String channel, End.Side side) {
    script.end(end, "p", channel, side, 1);
  }

  /** The same process opens the name again, and a message goes through. */
  private void again(Script script, String tried, End.Side side, String there, Gate gate) {
    String process = script.process(tried);
    script.end("again", process, "c0", side, 5).open("again", gate);
    String partner = there;
    if (there.isEmpty()) {
      script.end("partner", "p", "c0", other(side), 5).open("partner", Gate.done("again.open"));
      partner = "partner";
    }
    boolean sends = side == End.Side.SENDER;
    Gate both = Gate.done("again.open", partner + ".open");
    script.send(sends ? "again" : partner, "use", List.of(bytes), Script.PATIENCE_MS, 0, both);
    script.take(sends ? partner : "again", "use", 1, 0, both);
  }

  /** A channel is made where no name, or nothing but the first page of a file, has room. */
  public List<Scenario> ofRoom(String name) {
    List<Scenario> all = new ArrayList<>();
    all.add(cramped(name + ", without room for a name", new Condition.SmallDisk(0, false)));
    all.add(cramped(name + ", with room for a page", new Condition.SmallDisk(PAGE, true)));
    return all;
  }

  private Scenario cramped(String name, Condition.SmallDisk disk) {
    Script script = script(name).channel("c0", terms.capacity(2, bytes), bytes);
    end(script, "tried", "c0", first());
    end(script, "used", "c0", other(first()));
    script.open("tried", Gate.open()).around("tried", disk);
    boolean sends = first() == End.Side.SENDER;
    if (terms.manyThreads()) {
      script.step("used", "open", new Action.Open(50), Gate.done("tried.open"));
      Gate both = Gate.done("tried.open", "used.open");
      script.send(sends ? "tried" : "used", "use", List.of(bytes), 500, 0, both);
      script.step(sends ? "used" : "tried", "use", new Action.Receive(1, 500, 0, true), both);
      script.close("used", Gate.open());
    }
    script.close("tried", Gate.open());
    List<String> over = new ArrayList<>(List.of("tried.close"));
    if (terms.manyThreads()) {
      over.add("used.close");
    }
    Gate closed = new Gate.After(over, Gate.Moment.DONE);
    script.move("give", new Move.Feed(script.process("tried")), closed);
    if (terms.manyThreads()) {
      again(script, "tried", first(), "", new Gate.AfterMove("give"));
    } else {
      Action open = new Action.Open(Script.PATIENCE_MS);
      script.step("tried", "again", open, new Gate.AfterMove("give"));
    }
    return script.build();
  }
}
