package org.ipctck.rule;

import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.scenario.Action;

/** Who writes into what it received. */
record Scribbles(History history) {

  /** Whether another receiver may have written into the same message before a receive was over. */
  boolean before(int receive) {
    Operations operations = history.operations();
    for (int row = 0; row < operations.size(); row++) {
      if (operations.kind(row) == Kind.RECEIVE
          && operations.end(row) != operations.end(receive)
          && operations.message(row) == operations.message(receive)
          && operations.begin(row) < operations.finish(receive)
          && scribbles(row)) {
        return true;
      }
    }
    return false;
  }

  private boolean scribbles(int row) {
    int step = history.steps()[row];
    return step >= 0
        && history.scenario().steps().get(step).action() instanceof Action.Receive receive
        && receive.scribble();
  }
}
