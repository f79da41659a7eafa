package org.ipctck.report.diagram;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A message diagram with every coordinate worked out; the template only draws it. */
public record Diagram(
    int left,
    int width,
    int height,
    List<Lane> lanes,
    List<Tick> ticks,
    List<Integer> waves,
    List<Idle> idle,
    List<Bar> bars,
    List<Arrow> arrows,
    List<Lost> lost,
    List<Strike> strikes,
    Optional<Frame> frame,
    List<Line> channels,
    String description) {

  /** A peer's line of life. */
  public record Lane(String name, String role, int x, int bottom) {}

  /** A moment at which something happens. */
  public record Tick(String label, int y) {}

  /** A stretch in which a lane is dead or stopped. */
  public record Idle(int x, int y, int height, boolean dead) {}

  /** Some text beside a lane. */
  public record Note(int x, int y, boolean before, String text) {
    public String anchor() {
      return before ? "end" : "start";
    }
  }

  /** An operation under way; torn when it never returned. */
  public record Bar(
      int step, int x, int y, int height, boolean torn, boolean bad, List<Note> notes) {
    /** The outline; a torn end is a zigzag. */
    public String path() {
      int base = y + height;
      String end =
          torn
              ? String.format(Locale.ROOT, "V%d l-3 5-3-5-3 5-3-5Z", base)
              : String.format(Locale.ROOT, "V%d H%d.5Z", base, x - 6);
      return String.format(Locale.ROOT, "M%d.5 %d.5 h12 %s", x - 6, y, end);
    }
  }

  /** The way of a message from its send to a receive. */
  public record Arrow(int step, int x1, int y1, int x2, int y2, String dash, String message) {
    /** Where its label stands: in the middle, on the line. */
    public int labelX() {
      return (x1 + x2) / 2;
    }

    public int labelY() {
      return (y1 + y2) / 2 + 4;
    }
  }

  /** A message that was accepted and whose receive is not in the history; bad when it is missed. */
  public record Lost(int step, int x1, int x2, int y, String dash, boolean before, boolean bad) {}

  /** A fault that struck a lane. */
  public record Strike(int step, int x, int y, boolean kills, List<Note> notes) {
    public String name() {
      return notes.getFirst().text();
    }
  }

  /** The box around the moment at which the history breaks the rule. */
  public record Frame(int step, int x, int y, int width, int height, List<Note> lines) {}

  /** A channel and the dashes that its messages are drawn with. */
  public record Line(String channel, String dash) {}
}
