package org.ipctck.stage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.ipctck.scenario.Scenario;

/** The families of a stage: a few that are ready, and one that is being started ahead. */
final class Families implements AutoCloseable {
  private static final int MOST_READY = 3;

  /** Where each try costs a family, two are started at a time. */
  private static final int AHEAD_ONCE = 2;

  private final Spares spares;
  private final Subject subject;
  private final Scratch scratch;
  private final Deque<Family> ready = new ArrayDeque<>();
  private final Assortment assortment = new Assortment();
  private final List<Demand> coming = new ArrayList<>();
  private boolean closed;

  Families(Spares spares, Subject subject, Scratch scratch) {
    this.spares = spares;
    this.subject = subject;
    this.scratch = scratch;
  }

  /** A family that plays a scenario. */
  Cast cast(Scenario scenario) throws CouldNotRun, InterruptedException {
    Demand demand = Demand.of(scenario);
    if (!demand.plain() || !scenario.surroundings().isEmpty()) {
      return Heirs.start(Heirs.Plan.exactly(scenario, scratch.family()), spares, subject)
          .cast(scenario, demand);
    }
    // A fault strikes a process, and then its family is used up, whatever it has left.
    boolean once = !scenario.faults().isEmpty();
    Assortment.Choice choice = assortment.of(demand, once);
    Optional<Family> found = find(demand, once);
    Family family = found.isPresent() ? found.get() : start(choice);
    startAhead(demand, choice, once);
    return family.cast(scenario, demand);
  }

  private Family start(Assortment.Choice choice) throws CouldNotRun, InterruptedException {
    return Heirs.start(Heirs.Plan.copies(choice, scratch.family()), spares, subject);
  }

  private synchronized Optional<Family> find(Demand demand, boolean once)
      throws InterruptedException {
    while (true) {
      ready.stream().filter(family -> !family.fit()).toList().forEach(this::dismiss);
      Comparator<Family> least = Comparator.comparingInt(Family::left);
      Optional<Family> found =
          ready.stream()
              .filter(family -> family.offers(demand))
              .min(once ? least : least.reversed());
      found.ifPresent(ready::remove);
      if (found.isPresent() || !coming.contains(demand)) {
        return found;
      }
      wait(1_000);
    }
  }

  private void dismiss(Family family) {
    ready.remove(family);
    // The parent is at once free for the next family; its former children end meanwhile.
    spares.giveBack(family.parent());
    family.children().forEach(spares::giveBack);
    spares.later(() -> scratch.done(family.folder()));
  }

  /** Sees to it that the next tries with this demand need not wait. */
  private synchronized void startAhead(Demand demand, Assortment.Choice choice, boolean once) {
    long there = ready.stream().filter(family -> family.offers(demand)).count();
    int ahead = once ? AHEAD_ONCE : 1;
    if (!closed && coming.size() < ahead && there + coming.size() < ahead) {
      coming.add(demand);
      Thread.ofPlatform().daemon().name("family").start(() -> come(demand, choice));
    }
  }

  private void come(Demand demand, Assortment.Choice choice) {
    Optional<Family> family = Optional.empty();
    try {
      family = Optional.of(start(choice));
    } catch (CouldNotRun | InterruptedException e) {
      // Whoever needs one starts one itself and is told why it cannot.
    } finally {
      came(demand, family);
    }
  }

  private synchronized void came(Demand demand, Optional<Family> family) {
    coming.remove(demand);
    family.ifPresent(this::keep);
    notifyAll();
  }

  private void keep(Family family) {
    ready.addFirst(family);
    while (ready.size() > MOST_READY || closed && !ready.isEmpty()) {
      dismiss(ready.getLast());
    }
  }

  /** Takes a family back; it plays again when it is fit. */
  synchronized void giveBack(Family family) {
    List<Peer> members = new ArrayList<>(family.children());
    members.add(family.parent());
    members.forEach(Peer::forget);
    if (family.fit() && family.left() > 0) {
      keep(family);
    } else {
      dismiss(family);
    }
  }

  /** Starts none any more; those that there are end with the processes of the stage. */
  @Override
  public synchronized void close() {
    closed = true;
    ready.clear();
  }
}
