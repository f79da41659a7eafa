package org.ipctck.peer;

/** Writes down the operations of one end, so that what was written outlives the process. */
interface Recorder {

  /** Stamps and writes the begin of an operation: its call comes next, with nothing in between. */
  void begin(Act act);

  /** Writes how the operation came out, after {@link Act#returned} has stamped it. */
  void finish(Act act);
}
