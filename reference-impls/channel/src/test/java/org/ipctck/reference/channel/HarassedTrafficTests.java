package org.ipctck.reference.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Sends, receives and selects that are interrupted and timed out lose and repeat nothing. */
class HarassedTrafficTests {
  private static final int TASKS = 3;
  private static final int ITEMS = 1500;
  private static final long SEED = 20260101;

  @Test
  void interruptionAndTimeOutAreExact() throws Exception {
    for (int capacity : new int[] {0, 1, 4}) {
      harass(capacity);
    }
  }

  private static void harass(int capacity) throws Exception {
    TaskChannel<Integer> left = new TaskChannel<>(capacity);
    TaskChannel<Integer> right = new TaskChannel<>(capacity);
    left.joinAsReceiver();
    right.joinAsReceiver();
    AtomicInteger living = new AtomicInteger(TASKS);
    List<Tasks.Running<BitSet>> sending = new ArrayList<>();
    List<Tasks.Running<BitSet>> receiving = new ArrayList<>();
    for (int i = 0; i < TASKS; i++) {
      int place = i;
      left.joinAsSender();
      right.joinAsSender();
      sending.add(Tasks.start(() -> sendAll(left, right, place, living)));
      receiving.add(Tasks.start(() -> receiveAll(left, right, place)));
    }
    interruptWhile(living, sending, receiving);
    BitSet sent = union(sending);
    assertEquals(sent, union(receiving), "capacity " + capacity + ", seed " + SEED);
    assertTrue(sent.cardinality() < TASKS * ITEMS, "nothing was cut off");
  }

  private static BitSet union(List<Tasks.Running<BitSet>> tasks) throws Exception {
    BitSet all = new BitSet();
    for (Tasks.Running<BitSet> task : tasks) {
      assertEquals(false, all.intersects(task.result()), "an item came twice");
      all.or(task.result());
    }
    return all;
  }

  private static void interruptWhile(
      AtomicInteger living,
      List<Tasks.Running<BitSet>> sending,
      List<Tasks.Running<BitSet>> receiving) {
    Random random = new Random(SEED);
    while (living.get() > 0) {
      var victims = random.nextBoolean() ? sending : receiving;
      victims.get(random.nextInt(TASKS)).thread().interrupt();
      LockSupport.parkNanos(random.nextInt(100_000));
    }
  }

  private static Duration timeout(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> Duration.ZERO;
      case 1 -> Duration.ofNanos(20_000);
      default -> Duration.ofMinutes(2);
    };
  }

  private static BitSet sendAll(
      TaskChannel<Integer> left, TaskChannel<Integer> right, int place, AtomicInteger living) {
    Random random = new Random(SEED + place);
    BitSet sent = new BitSet();
    for (int i = 0; i < ITEMS; i++) {
      int item = place * ITEMS + i;
      try {
        var choice = new Select().send(left, item).send(right, item).choose(timeout(random));
        sent.set(item, choice.outcome() == Outcome.DONE);
      } catch (InterruptedException e) {
        // Certainly not sent: that is what this test is about.
      }
    }
    living.decrementAndGet();
    left.leaveAsSender();
    right.leaveAsSender();
    return sent;
  }

  private static BitSet receiveAll(
      TaskChannel<Integer> left, TaskChannel<Integer> right, int place) {
    Random random = new Random(SEED - place);
    BitSet received = new BitSet();
    boolean leftOpen = true;
    boolean rightOpen = true;
    while (leftOpen || rightOpen) {
      TaskChannel<Integer> first = leftOpen ? left : right;
      try {
        Select select = new Select().receive(first);
        boolean both = leftOpen && rightOpen;
        var choice = (both ? select.receive(right) : select).choose(timeout(random));
        TaskChannel<Integer> chosen = choice.index() == 1 ? right : first;
        if (choice.outcome() == Outcome.DONE) {
          received.set(select.received(chosen, choice.index()));
        }
        leftOpen &= choice.outcome() != Outcome.ENDED || chosen != left;
        rightOpen &= choice.outcome() != Outcome.ENDED || chosen != right;
      } catch (InterruptedException e) {
        // Certainly nothing was taken.
      }
    }
    return received;
  }
}
