package org.ipctck.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/** What an end does in one step. Time-outs are milliseconds; {@link #FOREVER} waits, 0 tries. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Action.Open.class, name = "open"),
  @JsonSubTypes.Type(value = Action.Share.class, name = "share"),
  @JsonSubTypes.Type(value = Action.Send.class, name = "send"),
  @JsonSubTypes.Type(value = Action.Receive.class, name = "receive"),
  @JsonSubTypes.Type(value = Action.Identify.class, name = "identify"),
  @JsonSubTypes.Type(value = Action.Close.class, name = "close"),
  @JsonSubTypes.Type(value = Action.CloseAside.class, name = "close-aside"),
  @JsonSubTypes.Type(value = Action.Interrupt.class, name = "interrupt"),
  @JsonSubTypes.Type(value = Action.Abandon.class, name = "abandon"),
})
public sealed interface Action {

  /** A time-out that never runs out. */
  int FOREVER = -1;

  /** Opens the end; a second open of the same end after a close is a new incarnation. */
  record Open(int timeoutMs) implements Action {}

  /**
   * Opens nothing, and uses what another end of the same process has opened, from a thread of its
   * own.
   */
  record Share(String with) implements Action {}

  /**
   * Sends messages one after another, numbered on from the sender's last.
   *
   * @param sizes the size of each message in bytes
   * @param timeoutMs for each send
   * @param pauseMicros between two sends
   * @param stopAtRefusal whether the step is over with the first message that was not accepted
   * @param scribble whether the buffer is overwritten as soon as send has returned
   * @param attached how many open descriptors go with each message, of files of this step
   */
  record Send(
      List<Integer> sizes,
      int timeoutMs,
      int pauseMicros,
      boolean stopAtRefusal,
      boolean scribble,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY)
          int attached)
      implements Action {
    public Send {
      sizes = List.copyOf(sizes);
    }

    /** Messages without descriptors. */
    public Send(
        List<Integer> sizes,
        int timeoutMs,
        int pauseMicros,
        boolean stopAtRefusal,
        boolean scribble) {
      this(sizes, timeoutMs, pauseMicros, stopAtRefusal, scribble, 0);
    }
  }

  /**
   * Receives until so many messages came, or the end, or a break, or (if asked) nothing came.
   *
   * @param count messages at most
   * @param timeoutMs for each receive
   * @param pauseMicros between two receives
   * @param stopAtNothing whether the step is over when a receive came back with nothing
   * @param scribble whether what was received is overwritten, behind its id, before the next one
   * @param notified whether each is a try that is made when the end was told that there is
   *     something; the time-out is then for being told, and who is not told stops
   */
  record Receive(
      int count,
      int timeoutMs,
      int pauseMicros,
      boolean stopAtNothing,
      boolean scribble,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY)
          boolean notified)
      implements Action {

    /** Receives without being told. */
    public Receive(
        int count, int timeoutMs, int pauseMicros, boolean stopAtNothing, boolean scribble) {
      this(count, timeoutMs, pauseMicros, stopAtNothing, scribble, false);
    }

    /** Leaves what it received as it is. */
    public Receive(int count, int timeoutMs, int pauseMicros, boolean stopAtNothing) {
      this(count, timeoutMs, pauseMicros, stopAtNothing, false, false);
    }
  }

  /** Asks the end who is at the other side. */
  record Identify() implements Action {}

  /** Closes the end, on its own thread. */
  record Close() implements Action {}

  /** Closes the end from another thread, at once, whatever its own thread does. */
  record CloseAside() implements Action {}

  /** Interrupts the thread of the end. */
  record Interrupt() implements Action {}

  /** Ends the task without closing the end, as a task does that failed. */
  record Abandon() implements Action {}
}
