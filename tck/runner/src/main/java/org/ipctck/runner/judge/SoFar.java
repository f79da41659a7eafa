package org.ipctck.runner.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a run has found until now, for whoever has to write it before the rest is there. */
public final class SoFar {
  private final List<Judged> done = new ArrayList<>();
  private Optional<SubjectRun> current = Optional.empty();

  /** Judges one more subject. */
  public void judge(SubjectRun run) throws InterruptedException {
    begin(run);
    end(run.judge());
  }

  private synchronized void begin(SubjectRun run) {
    current = Optional.of(run);
  }

  private synchronized void end(Judged judged) {
    current = Optional.empty();
    done.add(judged);
  }

  /** The subjects that were judged, and what is known of the one under way. */
  public synchronized List<Judged> all() {
    List<Judged> all = new ArrayList<>(done);
    current.flatMap(SubjectRun::soFar).ifPresent(all::add);
    return List.copyOf(all);
  }
}
