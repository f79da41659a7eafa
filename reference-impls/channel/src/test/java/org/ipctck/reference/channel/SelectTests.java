package org.ipctck.reference.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class SelectTests {
  private static final Duration LONG = Duration.ofDays(1);

  private static TaskChannel<String> open(int capacity) {
    TaskChannel<String> channel = new TaskChannel<>(capacity);
    channel.joinAsSender();
    channel.joinAsReceiver();
    return channel;
  }

  private static Outcome send(TaskChannel<String> channel, String item) throws Exception {
    return new Select().send(channel, item).choose(Duration.ZERO).outcome();
  }

  @Test
  void exactlyOneOfSeveralReadyCasesIsDone() throws Exception {
    TaskChannel<String> left = open(1);
    TaskChannel<String> right = open(1);
    send(left, "l");
    send(right, "r");
    Select.Choice choice = new Select().receive(left).receive(right).choose(Duration.ZERO);
    assertEquals(Outcome.DONE, choice.outcome());
    assertEquals(1, left.pending() + right.pending());
  }

  @Test
  void readyCasesAreChosenUniformly() throws Exception {
    TaskChannel<String> left = open(1);
    TaskChannel<String> right = open(1);
    int fromLeft = 0;
    for (int i = 0; i < 2000; i++) {
      send(left, "l");
      send(right, "r");
      fromLeft += new Select().receive(left).receive(right).choose(LONG).index() == 0 ? 1 : 0;
    }
    // 2,000 fair coins: 700 is more than thirteen standard deviations away from 1,000.
    assertTrue(fromLeft > 700 && fromLeft < 1300, "from the left: " + fromLeft);
  }

  @Test
  void aBlockedSelectTakesWhatComesFirstAndLeavesTheOtherAlone() throws Exception {
    TaskChannel<String> left = open(0);
    TaskChannel<String> right = open(0);
    Select select = new Select().receive(left).receive(right);
    var choosing = Tasks.start(() -> selectHere(left, right)).blocked();
    assertEquals(Outcome.DONE, send(right, "r"));
    assertEquals("1:r", choosing.result());
    assertEquals(Outcome.TIMED_OUT, send(left, "l"));
    assertEquals(Outcome.TIMED_OUT, select.choose(Duration.ZERO).outcome());
  }

  private static String selectHere(TaskChannel<String> left, TaskChannel<String> right)
      throws InterruptedException {
    Select select = new Select().receive(left).receive(right);
    int index = select.choose(LONG).index();
    return index + ":" + select.received(index == 0 ? left : right, index);
  }

  @Test
  void twoSelectsMeetInARendezvous() throws Exception {
    TaskChannel<String> there = open(0);
    TaskChannel<String> back = open(0);
    for (int i = 0; i < 500; i++) {
      var one = Tasks.start(() -> new Select().send(there, "t").receive(back).choose(LONG));
      Select other = new Select().receive(there).send(back, "b");
      assertEquals(other.choose(LONG).index(), one.result().index());
    }
  }

  @Test
  void anInterruptedSelectDidNothing() throws Exception {
    TaskChannel<String> left = open(0);
    TaskChannel<String> right = open(1);
    send(right, "full");
    var choosing =
        Tasks.start(() -> new Select().receive(left).send(right, "x").choose(LONG)).blocked();
    choosing.thread().interrupt();
    assertThrows(ExecutionException.class, choosing::result);
    assertEquals(Outcome.TIMED_OUT, send(left, "l"));
    assertEquals(1, right.pending());
  }

  @Test
  void aTimedSelectGivesUp() throws Exception {
    Select.Choice choice = new Select().receive(open(1)).choose(Duration.ofMillis(10));
    assertEquals(new Select.Choice(-1, Outcome.TIMED_OUT), choice);
  }
}
