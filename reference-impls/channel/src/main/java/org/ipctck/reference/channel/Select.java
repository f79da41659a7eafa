package org.ipctck.reference.channel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One operation that does exactly one of several sends and receives: the one that can go first, and
 * among several that can go at once each with the same chance.
 *
 * <p>As in the Go runtime: with the locks of all channels held, in one order everywhere, it looks
 * for a case that can go; if there is none, it waits at all of them, and whoever settles the
 * attempt first decides. For one use, by the task that made it.
 */
public final class Select {
  private final Attempt attempt = new Attempt();
  private final List<Case<?>> cases = new ArrayList<>();

  /** Which case came out, counted from 0 in the order of adding, or -1, and how. */
  public record Choice(int index, Outcome outcome) {}

  /** Adds a receive from the channel. */
  public <T> Select receive(TaskChannel<T> channel) {
    cases.add(new Case<>(channel, false, null, cases.size(), attempt));
    return this;
  }

  /** Adds a send to the channel. */
  public <T> Select send(TaskChannel<T> channel, T item) {
    cases.add(new Case<>(channel, true, item, cases.size(), attempt));
    return this;
  }

  /**
   * Does one of the cases.
   *
   * @throws InterruptedException when interrupted while waiting; then none of them was done
   */
  public Choice choose(Duration timeout) throws InterruptedException {
    return choose(timeout, null);
  }

  /** The item that was received by the case with this index; it must be the one chosen. */
  @SuppressWarnings("unchecked")
  public <T> T received(TaskChannel<T> channel, int index) {
    Case<?> chosen = cases.get(index);
    if (chosen.channel != channel) {
      throw new IllegalArgumentException("the case is of another channel: index=" + index);
    }
    return ((Case<T>) chosen).item();
  }

  long lost(int index) {
    return cases.get(index).lost();
  }

  /** Does one of the cases on behalf of an end, whose closing settles it as CLOSED. */
  Choice choose(Duration timeout, @Nullable Blocked owner) throws InterruptedException {
    Deadline deadline = Deadline.in(timeout);
    boolean wait = timeout.isPositive();
    if (goNow(wait)) {
      return choice(attempt.await(deadline));
    }
    if (!wait) {
      return new Choice(-1, Outcome.TIMED_OUT);
    }
    if (owner != null) {
      owner.add(attempt);
    }
    try {
      return choice(attempt.await(deadline));
    } finally {
      if (owner != null) {
        owner.remove(attempt);
      }
      forgetAll();
    }
  }

  private static Choice choice(Attempt.Settlement settled) {
    return new Choice(settled.index(), settled.outcome());
  }

  private boolean goNow(boolean wait) {
    List<TaskChannel<?>> channels = distinctInOrder();
    channels.forEach(channel -> channel.lock.lock());
    try {
      List<Case<?>> shuffled = new ArrayList<>(cases);
      Collections.shuffle(shuffled, ThreadLocalRandom.current());
      for (Case<?> one : shuffled) {
        if (one.tryNow()) {
          return true;
        }
      }
      if (wait) {
        cases.forEach(Select::enqueue);
      }
      return false;
    } finally {
      channels.forEach(channel -> channel.lock.unlock());
    }
  }

  private void forgetAll() {
    for (Case<?> one : cases) {
      one.channel.lock.lock();
      try {
        forget(one);
      } finally {
        one.channel.lock.unlock();
      }
    }
  }

  private List<TaskChannel<?>> distinctInOrder() {
    List<TaskChannel<?>> channels = new ArrayList<>();
    for (Case<?> one : cases) {
      if (!channels.contains(one.channel)) {
        channels.add(one.channel);
      }
    }
    channels.sort(Comparator.comparingLong(channel -> channel.number));
    return channels;
  }

  private static <T> void enqueue(Case<T> one) {
    one.channel.enqueue(one);
  }

  private static <T> void forget(Case<T> one) {
    one.channel.forget(one);
  }
}
