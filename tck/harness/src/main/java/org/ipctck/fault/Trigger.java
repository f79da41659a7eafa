package org.ipctck.fault;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.ipctck.scenario.Gate;

/** When a fault strikes. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "at")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Trigger.Operation.class, name = "operation"),
  @JsonSubTypes.Type(value = Trigger.Point.class, name = "point"),
  @JsonSubTypes.Type(value = Trigger.Points.class, name = "points"),
  @JsonSubTypes.Type(value = Trigger.Time.class, name = "time"),
  @JsonSubTypes.Type(value = Trigger.Reached.class, name = "reached"),
})
public sealed interface Trigger {

  /** As soon as the n-th operation (from 1) of an end's step was begun, or has returned. */
  record Operation(String step, int n, boolean returned) implements Trigger {}

  /** Exactly where an end passes a point of its transport for the n-th time, counted from 1. */
  record Point(String end, String point, int n) implements Trigger {}

  /** When ends have come to all these points and wait there, so that one blow strikes them all. */
  record Points(List<Point> all) implements Trigger {
    public Points {
      all = List.copyOf(all);
    }
  }

  /** So many microseconds after the last open of the scenario returned. */
  record Time(int micros) implements Trigger {}

  /** When a gate opens. */
  record Reached(Gate gate) implements Trigger {}

  /** The points at which ends are to wait for the blow. */
  static List<Point> points(Trigger trigger) {
    return switch (trigger) {
      case Point point -> List.of(point);
      case Points points -> points.all();
      default -> List.of();
    };
  }
}
