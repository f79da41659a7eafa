package org.ipctck.suite.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import org.ipctck.fault.Fault;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;

/** Whatever is drawn can be played, and so can whatever it is shrunk to. */
class GeneratorTests {
  private static final Profile CHANNEL =
      profile("channel", "runtime", "many", "many", "waits").with(Promise.SHARING, "work");
  private static final Profile PIPE =
      profile("pipe", "host", "many", "1", "kernel").with(Promise.OPENS, "receiver-first");
  private static final Profile LONE =
      profile("lone", "host", "1", "1", "timeout").with(Promise.MESSAGES, "1..512");
  private static final Profile DROPPING =
      profile("dropping", "runtime", "many", "1", "no").with(Promise.OVERFLOW, "drop-oldest");

  private static final List<Terms> TERMS =
      List.of(
          new Terms(CHANNEL, List.of("commit"), true),
          new Terms(PIPE, List.of("commit", "packet"), true),
          new Terms(LONE, List.of(), false),
          new Terms(DROPPING, List.of(), true));

  private static final Map<String, Function<Terms, Arbitrary<Scenario>>> GENERATORS =
      Map.ofEntries(
          Map.entry("traffic", t -> Traffic.on(t).scenarios("a")),
          Map.entry("halting", t -> Traffic.on(t).withStops().scenarios("a")),
          Map.entry("polling", t -> Traffic.on(t).polling().senders(2, 3).scenarios("a")),
          Map.entry("waiting", t -> Traffic.on(t).waiting().capacity(1, 2).scenarios("a")),
          Map.entry("closing", t -> Traffic.on(t).closingAtOnce().scenarios("a")),
          Map.entry("receivers", t -> Crashes.on(t).waitingReceivers("a")),
          Map.entry("senders", t -> Crashes.on(t).waitingSenders("a")),
          Map.entry("orphans", t -> Crashes.on(t).orphans("a")),
          Map.entry("filled", t -> Limits.on(t).filled("a")),
          Map.entry("impatient", t -> Limits.on(t).impatient("a")),
          Map.entry("interrupted", t -> Limits.on(t).interrupted("a")),
          Map.entry("slow", t -> Sharing.on(t).besideTheSlow("a")),
          Map.entry("repeated", t -> Closings.on(t).repeated("a")));

  private static final Map<String, Function<Terms, Arbitrary<Scenario>>> OF_PROCESSES =
      Map.of(
          "torn", t -> Crashes.on(t).torn("a"),
          "reopenings", t -> Reopenings.on(t).scenarios("a"),
          "terminated", t -> Closings.on(t).askedToEnd("a"),
          "creations", t -> Creations.on(t).scenarios("a"));

  private static Profile profile(
      String name, String reach, String senders, String receivers, String death) {
    return Profile.of(name, "1")
        .with(Promise.REACH, reach)
        .with(Promise.SENDERS, senders)
        .with(Promise.RECEIVERS, receivers)
        .with(Promise.ORDER, "queue")
        .with(Promise.CAPACITY, "bounded")
        .with(Promise.OVERFLOW, "block")
        .with(Promise.MESSAGES, "0..1048576")
        .with(Promise.END, "reported")
        .with(Promise.DEATH, death)
        .with(Promise.OPENS, "either");
  }

  private static Stream<Shrinkable<Scenario>> drawn(Arbitrary<Scenario> arbitrary, int count) {
    RandomGenerator<Scenario> generator = arbitrary.generator(count, false);
    Random random = new Random(7);
    return Stream.generate(() -> generator.next(random)).limit(count);
  }

  private static void check(String name, Shrinkable<Scenario> one, Terms terms) {
    List<String> problems = Playable.problems(one.value(), terms);
    assertEquals(List.of(), problems, () -> name + " on " + terms + ": " + one.value());
  }

  @Example
  void everythingDrawnCanBePlayed() {
    for (Terms terms : TERMS) {
      GENERATORS.forEach(
          (name, of) -> drawn(of.apply(terms), 60).forEach(one -> check(name, one, terms)));
      if (!terms.inOneRuntime()) {
        OF_PROCESSES.forEach(
            (name, of) -> drawn(of.apply(terms), 60).forEach(one -> check(name, one, terms)));
      }
    }
  }

  @Example
  void everythingShrunkCanBePlayed() {
    for (Terms terms : TERMS) {
      GENERATORS.forEach(
          (name, of) ->
              drawn(of.apply(terms), 5)
                  .flatMap(one -> one.shrink().limit(40))
                  .forEach(one -> check(name, one, terms)));
    }
  }

  @Example
  void trafficShrinksToOneMessage() {
    Terms terms = TERMS.get(1);
    Shrinkable<Scenario> one =
        drawn(Traffic.on(terms).messages(1, 60).scenarios("a"), 1).findFirst().orElseThrow();
    for (int step = 0; step < 500; step++) {
      Shrinkable<Scenario> now = one;
      one =
          one.shrink()
              .filter(next -> next.distance().compareTo(now.distance()) < 0)
              .findFirst()
              .orElse(now);
    }
    assertEquals(1, messages(one.value()), one.value()::toString);
  }

  private static int messages(Scenario scenario) {
    return scenario.steps().stream()
        .map(step -> step.action())
        .mapToInt(action -> action instanceof Action.Send send ? send.sizes().size() : 0)
        .sum();
  }

  @Example
  void edgesAndCrowdsAndStandstillsAllOccur() {
    Terms terms = TERMS.get(1);
    Set<Integer> sizes = new HashSet<>();
    Set<Integer> ends = new HashSet<>();
    Set<Fault.Kind> kinds = new HashSet<>();
    drawn(Traffic.on(terms).withStops().scenarios("a"), 200)
        .map(Shrinkable::value)
        .forEach(
            scenario -> {
              ends.add(scenario.ends().size());
              scenario.faults().forEach(fault -> kinds.add(fault.kind()));
              scenario.steps().stream()
                  .map(step -> step.action())
                  .filter(Action.Send.class::isInstance)
                  .forEach(action -> sizes.addAll(((Action.Send) action).sizes()));
            });
    assertTrue(sizes.containsAll(List.of(0, 1, 8, 4095, 4096, 4097, 65536)), sizes::toString);
    assertEquals(Set.of(2, 3, 4), ends);
    assertEquals(Set.of(Fault.Kind.SIGSTOP), kinds);
  }

  @Example
  void theSameSeedDrawsTheSame() {
    Terms terms = TERMS.get(0);
    List<Scenario> once =
        drawn(Traffic.on(terms).scenarios("a"), 20).map(Shrinkable::value).toList();
    List<Scenario> twice =
        drawn(Traffic.on(terms).scenarios("a"), 20).map(Shrinkable::value).toList();
    assertEquals(once, twice);
  }
}
