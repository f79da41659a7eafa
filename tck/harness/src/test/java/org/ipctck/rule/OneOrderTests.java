package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.junit.jupiter.api.Test;

/** All receivers of a broadcast see one order. */
class OneOrderTests {
  private static final Profile TOTAL =
      Told.STRICT.with(Promise.SHARING, "broadcast").with(Promise.TOTAL, "yes");

  private static Told broadcast(int receivers) {
    Told told = new Told(TOTAL).channel("c").sender("a", "c").sender("b", "c");
    for (int i = 0; i < receivers; i++) {
      told.receiver("r" + i, "c");
    }
    return told;
  }

  /** Two messages of each sender, accepted in no order that anybody could know. */
  private static Told sent(int receivers) {
    Told told = broadcast(receivers);
    for (String sender : List.of("a", "b")) {
      told.accepted(sender, 0, 0, 90);
      told.accepted(sender, 1, 0, 90);
    }
    return told;
  }

  @Test
  void whatAllReceiveInOneOrderIsFine() {
    Told told = sent(2);
    for (String receiver : List.of("r0", "r1")) {
      told.receive(receiver, 10, 20, told.id("b", 0));
      told.receive(receiver, 30, 40, told.id("a", 0));
    }
    assertEquals(List.of(), told.seenBy(new OneOrder()));
  }

  @Test
  void whatTwoReceiveInOppositeOrdersIsNot() {
    Told told = sent(2);
    told.receive("r0", 10, 20, told.id("b", 0));
    told.receive("r0", 30, 40, told.id("a", 0));
    told.receive("r1", 10, 20, told.id("a", 0));
    told.receive("r1", 30, 40, told.id("b", 0));
    assertEquals(List.of(Observation.OPPOSITE_ORDERS), told.seenBy(new OneOrder()));
  }

  @Test
  void whatOneReceivesAtTheSameTimeHasNoOrder() {
    Told told = sent(2);
    told.receive("r0", 10, 30, told.id("b", 0));
    told.receive("r0", 20, 40, told.id("a", 0));
    told.receive("r1", 10, 20, told.id("a", 0));
    told.receive("r1", 30, 40, told.id("b", 0));
    assertEquals(List.of(), told.seenBy(new OneOrder()));
  }

  @Test
  void twoMessagesOfOneSenderAreAnothersToBlame() {
    Told told = sent(2);
    told.receive("r0", 10, 20, told.id("a", 0));
    told.receive("r0", 30, 40, told.id("a", 1));
    told.receive("r1", 10, 20, told.id("a", 1));
    told.receive("r1", 30, 40, told.id("a", 0));
    assertEquals(List.of(), told.seenBy(new OneOrder()));
  }

  /** Receivers that take some of the messages in drawn orders, against the definition. */
  @Test
  void theRuleSaysWhatTheDefinitionSays() {
    Random random = new Random(AgainstTheOracle.SEED);
    int wrong = 0;
    for (int drawn = 0; drawn < 5_000; drawn++) {
      Told told = sent(3);
      List<List<String>> taken = new ArrayList<>();
      for (int receiver = 0; receiver < 3; receiver++) {
        taken.add(take(told, receiver, random));
      }
      boolean expected = opposite(taken);
      assertEquals(expected, !told.seenBy(new OneOrder()).isEmpty(), taken::toString);
      wrong += expected ? 1 : 0;
    }
    assertTrue(wrong > 1_000 && wrong < 4_000, "wrong=" + wrong);
  }

  private static List<String> take(Told told, int receiver, Random random) {
    List<String> order = new ArrayList<>(List.of("a0", "b0", "a1", "b1"));
    if (random.nextInt(3) == 0) {
      Collections.shuffle(order, random);
    }
    order.removeIf(message -> random.nextInt(4) == 0);
    long clock = 100;
    for (String message : order) {
      long id = told.id(message.substring(0, 1), message.charAt(1) - '0');
      told.receive("r" + receiver, clock, clock + 5, id);
      clock += 10;
    }
    return order;
  }

  private static boolean opposite(List<List<String>> taken) {
    boolean found = false;
    for (List<String> one : taken) {
      for (List<String> other : taken) {
        for (String a : one) {
          for (String b : one) {
            boolean both = a.charAt(0) != b.charAt(0) && other.containsAll(List.of(a, b));
            found |= both && one.indexOf(a) < one.indexOf(b) && other.indexOf(b) < other.indexOf(a);
          }
        }
      }
    }
    return found;
  }
}
