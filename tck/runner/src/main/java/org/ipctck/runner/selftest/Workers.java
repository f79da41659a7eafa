package org.ipctck.runner.selftest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Plays faulty transports side by side, each job in a JVM of its own: a judgement and the adoption
 * of orphans belong to a whole process.
 */
public final class Workers {
  private final Queue<Mutant> waiting;
  private final Map<String, Kill> done = new ConcurrentHashMap<>();
  private final Map<Thread, Worker> working = new ConcurrentHashMap<>();
  private final long seed;
  private final Consumer<Kill> listener;
  private volatile boolean cancelled;

  /** With those to be played, and who is told of each that is done. */
  public Workers(List<Mutant> mutants, long seed, Consumer<Kill> listener) {
    // Those that play as processes take longest: begun last, one would be waited for alone.
    this.waiting =
        new ConcurrentLinkedQueue<>(
            mutants.stream().sorted(Comparator.comparing(Mutant::runtime)).toList());
    this.seed = seed;
    this.listener = listener;
  }

  /** Plays all, so many at a time; those that were played come back by name. */
  public Map<String, Kill> play(int atATime) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int number = 0; number < atATime; number++) {
      threads.add(Thread.ofPlatform().name("worker-" + number).start(this::work));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return Map.copyOf(done);
  }

  /** Stops as soon as possible. */
  public void cancel() {
    cancelled = true;
    working.values().forEach(Worker::close);
  }

  private void work() {
    Mutant next = waiting.poll();
    while (next != null && !cancelled) {
      Kill kill = one(next);
      if (!cancelled) {
        done.put(next.name(), kill);
        listener.accept(kill);
      }
      next = waiting.poll();
    }
    leave();
  }

  private Kill one(Mutant mutant) {
    long begun = System.nanoTime();
    try {
      return worker().play(mutant);
    } catch (IOException e) {
      leave();
      long millis = (System.nanoTime() - begun) / 1_000_000;
      return Kill.none(mutant, "could not be played: " + e.getMessage(), millis);
    }
  }

  private Worker worker() throws IOException {
    Optional<Worker> mine = Optional.ofNullable(working.get(Thread.currentThread()));
    if (mine.isPresent()) {
      return mine.get();
    }
    Worker worker = new Worker(seed);
    working.put(Thread.currentThread(), worker);
    return worker;
  }

  private void leave() {
    Optional.ofNullable(working.remove(Thread.currentThread())).ifPresent(Worker::close);
  }
}
