package org.ipctck.suite.generate;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Promise;

/** Draws traffic: senders, sizes, bursts and pauses, slow receivers, and processes that stop. */
public final class Traffic {
  private final Terms terms;
  private Arbitrary<Integer> sizes;
  private int fewestSenders = 1;
  private int mostSenders = 3;
  private int fewestReceivers = 1;
  private int mostReceivers = 2;
  private int fewestMessages = 8;
  private int mostMessages = 60;
  private Arbitrary<Integer> capacity = Arbitraries.integers().between(1, 16);
  private Arbitrary<Integer> sendPauses = pauses();
  private Arbitrary<Integer> receivePauses = pauses();
  private boolean stops;
  private Manner manner = Manner.ORDERLY;

  private Traffic(Terms terms) {
    this.terms = terms;
    this.sizes = Sizes.upTo(terms.size(70_000));
  }

  /** Traffic as the subject that is judged now can carry it. */
  public static Traffic now() {
    return new Traffic(Terms.now());
  }

  /** Traffic as these terms allow. */
  public static Traffic on(Terms terms) {
    return new Traffic(terms);
  }

  /** How the ends go about it. */
  enum Manner {
    /** Everything is taken before anybody closes. */
    ORDERLY,
    /** The buffer is overwritten as soon as a send has returned. */
    SCRIBBLING,
    /** Receivers overwrite what they received. */
    GRABBING,
    /** Senders close as soon as they have sent. */
    CLOSING_AT_ONCE,
    /** Receivers try again and again without waiting. */
    POLLING,
    /** Receivers wait as long as it takes. */
    WAITING
  }

  /** With messages of such sizes. */
  public Traffic sizes(Arbitrary<Integer> drawn) {
    sizes = drawn;
    return this;
  }

  /** With so many senders where the subject has them. */
  public Traffic senders(int fewest, int most) {
    fewestSenders = terms.senders(fewest);
    mostSenders = terms.senders(most);
    return this;
  }

  /** With so many receivers where the subject has them. */
  public Traffic receivers(int fewest, int most) {
    fewestReceivers = fewest;
    mostReceivers = most;
    return this;
  }

  /** With so many messages of each sender. */
  public Traffic messages(int fewest, int most) {
    fewestMessages = fewest;
    mostMessages = most;
    return this;
  }

  /** On channels of such capacities. */
  public Traffic capacity(int fewest, int most) {
    capacity = Arbitraries.integers().between(fewest, most);
    return this;
  }

  /** With processes that stand still for a moment. */
  public Traffic withStops() {
    stops = true;
    return this;
  }

  /** With senders that overwrite their buffer after each send. */
  public Traffic scribbling() {
    manner = Manner.SCRIBBLING;
    return this;
  }

  /** With receivers that overwrite what they received. */
  public Traffic grabbing() {
    manner = Manner.GRABBING;
    return this;
  }

  /** With one receiver alone where each of a broadcast counts for itself. */
  public Traffic counted() {
    return terms.has(Promise.SHARING, "broadcast") ? receivers(1, 1) : this;
  }

  /** With senders that close as soon as they have sent. */
  public Traffic closingAtOnce() {
    manner = Manner.CLOSING_AT_ONCE;
    return this;
  }

  /** With receivers that try again and again. */
  public Traffic polling() {
    manner = Manner.POLLING;
    return this;
  }

  /** With receivers that wait as long as it takes. */
  public Traffic waiting() {
    manner = Manner.WAITING;
    return this;
  }

  /** With senders that pause, so that receivers find nothing now and then. */
  public Traffic paced() {
    // Three senders come every 270 microseconds then, and a receiver that does not pause after 150.
    sendPauses = Arbitraries.of(800, 1_600);
    receivePauses = Arbitraries.just(0);
    return this;
  }

  /**
   * With senders that mostly pause between two messages: on a busy host one that does not is done
   * before the next has its turn.
   */
  public Traffic byTurns() {
    sendPauses = Arbitraries.frequency(Tuple.of(1, 0), Tuple.of(3, 50), Tuple.of(1, 400));
    return this;
  }

  /** With receivers that are slow. */
  public Traffic slow() {
    receivePauses = Arbitraries.of(200, 500);
    return this;
  }

  /** The scenarios. */
  public Arbitrary<Scenario> scenarios(String name) {
    Arbitrary<List<List<Integer>>> drawn =
        sizes
            .list()
            .ofMinSize(fewestMessages)
            .ofMaxSize(mostMessages)
            .list()
            .ofMinSize(terms.senders(fewestSenders))
            .ofMaxSize(terms.senders(mostSenders));
    Manner how = manner;
    return Combinators.combine(
            drawn,
            capacity,
            Arbitraries.integers()
                .between(terms.receivers(fewestReceivers), terms.receivers(mostReceivers)),
            sendPauses,
            receivePauses,
            standstills(),
            Arbitraries.longs().between(1, Integer.MAX_VALUE))
        .as(Draft::new)
        .map(draft -> new TrafficScript(terms, how, draft).write(name));
  }

  private static Arbitrary<Integer> pauses() {
    return Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(2, 50), Tuple.of(1, 400));
  }

  private Arbitrary<Integer> standstills() {
    return stops && !terms.inOneRuntime()
        ? Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.just(0)), Tuple.of(1, Arbitraries.integers().between(1, 8)))
        : Arbitraries.just(0);
  }
}
