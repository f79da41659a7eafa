package org.ipctck.stage;

import java.util.function.Consumer;

/**
 * How a stage plays.
 *
 * @param timeFactor multiplies every wait for what must happen, on top of the calibration
 * @param keepScratch whether the folders of tries are left for people to look at
 * @param progress receives a line when something slow begins, such as starting a process
 * @param spares how many processes are kept ready
 * @param patienceMs how long something that must happen may take without any progress
 * @param largestBoundMs the largest {@code bound} that a profile may declare
 */
public record StageOptions(
    double timeFactor,
    boolean keepScratch,
    Consumer<String> progress,
    int spares,
    int patienceMs,
    int largestBoundMs) {

  /** What a run uses when nobody asks for anything else. */
  public static StageOptions usual() {
    return new StageOptions(1.0, false, line -> {}, 3, 10_000, 5_000);
  }

  /** The same with other patience. */
  public StageOptions withPatience(int millis) {
    return new StageOptions(timeFactor, keepScratch, progress, spares, millis, largestBoundMs);
  }

  /** The same with another number of processes kept ready. */
  public StageOptions withSpares(int number) {
    return new StageOptions(timeFactor, keepScratch, progress, number, patienceMs, largestBoundMs);
  }
}
