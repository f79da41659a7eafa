package org.ipctck.peer;

/** Records nothing: for measuring what recording costs, never for judging. */
final class Unrecorded implements Recorder {
  @Override
  public void begin(Act act) {}

  @Override
  public void finish(Act act) {}
}
