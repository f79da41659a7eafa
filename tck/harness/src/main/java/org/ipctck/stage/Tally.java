package org.ipctck.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.ipctck.history.Census;
import org.ipctck.scenario.Scenario;

/** What the processes of a try held after a tenth of its rounds, and after all of them. */
final class Tally {
  private final Scenario scenario;
  private final Cast cast;
  private final Scratch.Try folder;
  private final List<Census> censuses = new ArrayList<>();

  Tally(Scenario scenario, Cast cast, Scratch.Try folder) {
    this.scenario = scenario;
    this.cast = cast;
    this.folder = folder;
  }

  /** Counts, if this is the time. */
  void after(int round) {
    if (scenario.rounds() > 1 && (round == scenario.rounds() / 10 || round == scenario.rounds())) {
      count(round);
    }
  }

  /** Counts now. */
  void count(int round) {
    for (Peer peer : cast.peers()) {
      censuses.add(counted(peer, round));
    }
  }

  /** What a process holds, when that which was more than at first has had the time to go. */
  private Census counted(Peer peer, int round) {
    String process = cast.name(peer);
    Supplier<Census> now = () -> Held.census(process, round, peer.pid(), folder);
    censuses.stream()
        .filter(earlier -> earlier.process().equals(process))
        .findFirst()
        .ifPresent(first -> LeakCheck.settle(() -> !now.get().grownSince(first)));
    return now.get();
  }

  /** All that was counted. */
  List<Census> censuses() {
    return censuses;
  }
}
