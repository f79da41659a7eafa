package org.ipctck.scenario;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What must have happened before a step starts or a fault strikes. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "when")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Gate.Open.class, name = "at-once"),
  @JsonSubTypes.Type(value = Gate.After.class, name = "after"),
  @JsonSubTypes.Type(value = Gate.AfterFault.class, name = "after-fault"),
  @JsonSubTypes.Type(value = Gate.Struck.class, name = "struck"),
  @JsonSubTypes.Type(value = Gate.AfterMove.class, name = "after-move"),
})
public sealed interface Gate {

  /** Nothing. */
  record Open() implements Gate {}

  /** All these steps have come to a moment; a step whose process died counts as done. */
  record After(List<String> steps, Moment moment) implements Gate {
    public After {
      steps = List.copyOf(steps);
    }
  }

  /** The fault of this name has landed, and was healed if it heals. */
  record AfterFault(String fault) implements Gate {}

  /** The fault of this name has landed; whom it stopped may stand still yet. */
  record Struck(String fault) implements Gate {}

  /** The kit has made the move of this name; a watch has begun. */
  record AfterMove(String move) implements Gate {}

  /** How far a step has come. */
  enum Moment {
    /** Its first operation was begun. */
    BEGUN,
    /** An operation of it was begun, and has not returned, and its thread waits in the kernel. */
    BLOCKED,
    /** It is over. */
    DONE
  }

  /** Nothing must have happened. */
  static Gate open() {
    return new Open();
  }

  /** All these steps must be over. */
  static Gate done(String... steps) {
    return new After(List.of(steps), Moment.DONE);
  }

  /** All these steps must be blocked. */
  static Gate blocked(String... steps) {
    return new After(List.of(steps), Moment.BLOCKED);
  }
}
