package org.ipctck.suite.generate;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.ipctck.fault.Trigger;
import org.ipctck.scenario.Gate;

/**
 * When a fault strikes somebody who sends.
 *
 * @param kind how the moment is told
 * @param n which operation or passage, from 1; or how many times 100 microseconds
 * @param point the point that is passed; empty where there is none
 */
record Blow(Kind kind, int n, String point) {
  /** How the moment is told. */
  enum Kind {
    /** It waits within an operation. */
    BLOCKED,
    /** It has begun an operation. */
    BEGUN,
    /** An operation of it has returned. */
    RETURNED,
    /** It passes a point of its transport. */
    POINT,
    /** Some time after everybody is there. */
    TIME
  }

  /** Blows of all kinds that the subject can be dealt, of these kinds where it blocks. */
  static Arbitrary<Blow> any(Terms terms, Kind... kinds) {
    return any(terms, terms.sendingPoints(), kinds);
  }

  /** Those that strike whatever is sent: a point that not each send passes is none of them. */
  static Arbitrary<Blow> sure(Terms terms, Kind... kinds) {
    return any(terms, terms.pointsOfEachSend(), kinds);
  }

  /** Those that leave half a message: a point before or behind it is none of them. */
  static Arbitrary<Blow> within(Terms terms, Kind... kinds) {
    return any(terms, terms.halfwayPoints(), kinds);
  }

  private static Arbitrary<Blow> any(Terms terms, List<String> points, Kind... kinds) {
    List<Arbitrary<Blow>> all = new ArrayList<>();
    for (Kind kind : kinds) {
      if (kind != Kind.POINT) {
        all.add(Arbitraries.integers().between(1, 6).map(n -> new Blow(kind, n, "")));
      } else if (!points.isEmpty() && !terms.inOneRuntime()) {
        all.add(Arbitraries.of(points).flatMap(Blow::at));
      }
    }
    return Arbitraries.oneOf(all);
  }

  private static Arbitrary<Blow> at(String point) {
    return Arbitraries.integers().between(1, 3).map(n -> new Blow(Kind.POINT, n, point));
  }

  /** The trigger, for an end that performs so many operations in a step. */
  Trigger trigger(String end, String step, int operations) {
    String id = end + "." + step;
    int nth = Math.min(n, operations);
    return switch (kind) {
      case BLOCKED -> new Trigger.Reached(Gate.blocked(id));
      case BEGUN -> new Trigger.Operation(id, nth, false);
      case RETURNED -> new Trigger.Operation(id, nth, true);
      case POINT -> new Trigger.Point(end, point, n);
      case TIME -> new Trigger.Time(n * 100);
    };
  }
}
