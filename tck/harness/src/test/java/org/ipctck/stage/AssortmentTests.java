package org.ipctck.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ipctck.scenario.End;
import org.junit.jupiter.api.Test;

final class AssortmentTests {
  private static Demand.Shape shape(int senders, int capacity, int bytes) {
    List<Demand.Hand> hands = new ArrayList<>();
    hands.add(new Demand.Hand(0, End.Side.RECEIVER));
    IntStream.range(0, senders)
        .forEach(i -> hands.add(new Demand.Hand(1 + i % 2, End.Side.SENDER)));
    return new Demand.Shape(
        new Demand.Limits(capacity, bytes), new Demand.Layout(senders, 1, hands));
  }

  private static Demand demand(Demand.Shape shape) {
    return new Demand(1 + shape.lastProcess(), Map.of("c", shape, "d", shape), true);
  }

  @Test
  void everythingThatIsNeededIsThere() {
    Demand.Shape large = shape(1, 1, 1 << 24);
    List<Demand.Shape> shapes = new Assortment().of(demand(large), true).shapes();
    assertEquals(List.of(large, large), shapes);
  }

  @Test
  void whatWasNeededBeforeIsThereInEverySize() {
    Assortment assortment = new Assortment();
    assortment.of(demand(shape(3, 8, 4_096)), false);
    Assortment.Choice choice = assortment.of(demand(shape(1, 2, 64)), false);
    assertEquals(3, choice.processes());
    assertTrue(choice.shapes().contains(shape(3, 2, 64)), choice.toString());
    assertTrue(choice.shapes().contains(shape(1, 8, 4_096)), choice.toString());
  }

  @Test
  void whoPlaysOnceHasNoMoreProcessesThanAreNeeded() {
    Assortment assortment = new Assortment();
    assortment.of(demand(shape(3, 8, 4_096)), false);
    Assortment.Choice choice = assortment.of(demand(shape(1, 2, 64)), true);
    assertEquals(2, choice.processes());
    assertTrue(choice.shapes().stream().allMatch(shape -> shape.lastProcess() < 2));
  }
}
