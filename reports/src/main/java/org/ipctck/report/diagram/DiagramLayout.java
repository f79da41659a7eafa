package org.ipctck.report.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Works out where everything in a message diagram stands. */
final class DiagramLayout {
  private static final int HALF = 6;
  private static final int BELOW = 10;
  private static final int STUB = 56;
  private static final int LEFT = 36;
  private static final int TICKS_END = 76;
  private static final int GLYPH = 8;

  private final List<HistoryEntry> history;
  private final Lanes lanes;
  private final Dashes dashes;
  private final Tracks tracks;
  private final Optional<ViolationFrame> frame;
  private final TreeSet<Long> moments;
  private final TimeAxis axis;
  private final Notes notes = new Notes();

  DiagramLayout(List<HistoryEntry> history) {
    this.history = history;
    this.lanes = new Lanes(history);
    this.dashes = new Dashes(history);
    this.tracks = new Tracks(history);
    this.frame =
        history.stream()
            .filter(HistoryEntry::violation)
            .reduce((earlier, later) -> later)
            .map(e -> new ViolationFrame(e, lanes.step()));
    this.moments = new TreeSet<>(history.stream().flatMap(HistoryEntry::moments).toList());
    this.axis = new TimeAxis(moments, room());
  }

  private Map<Long, Integer> room() {
    Map<Long, Integer> room = new HashMap<>();
    frame.ifPresent(f -> room.put(f.moment(lastMoment()), f.room()));
    return room;
  }

  private long lastMoment() {
    return moments.isEmpty() ? 0 : moments.last();
  }

  Diagram diagram() {
    var strikes = history.stream().filter(HistoryEntry::fault).map(this::strike).toList();
    var bars = history.stream().filter(e -> !e.fault()).map(this::bar).toList();
    List<Diagram.Tick> ticks = ticks();
    int left = Math.min(LEFT, TICKS_END - widest(ticks) * GLYPH);
    return new Diagram(
        left,
        lanes.width() + LEFT - left,
        axis.bottom() + BELOW + BELOW,
        lanes.names().stream().map(this::lane).toList(),
        ticks,
        axis.waves(),
        idle(),
        bars,
        arrows(),
        lost(),
        strikes,
        frame.map(this::placed),
        dashes.lines(),
        description());
  }

  private Diagram.Lane lane(String name) {
    return new Diagram.Lane(name, lanes.role(name), lanes.x(name), axis.bottom());
  }

  private List<Diagram.Tick> ticks() {
    var unit = new Milliseconds(moments);
    return axis.rows().entrySet().stream()
        .map(e -> new Diagram.Tick(unit.of(e.getKey()), e.getValue()))
        .toList();
  }

  private static int widest(List<Diagram.Tick> ticks) {
    return ticks.stream().mapToInt(t -> t.label().length()).max().orElse(0);
  }

  private List<Diagram.Idle> idle() {
    var idle = new ArrayList<Diagram.Idle>();
    for (HistoryEntry fault : history) {
      if (fault.kills() || fault.stops()) {
        int from = y(fault) + BELOW;
        var again = lanes.revival(fault);
        int to = again.isPresent() ? axis.y(again.getAsLong()) : axis.bottom();
        idle.add(new Diagram.Idle(lanes.x(fault.lane()), from, to - from, fault.kills()));
      }
    }
    return idle;
  }

  private int y(HistoryEntry entry) {
    return entry.start().isPresent() ? axis.y(entry.start().getAsLong()) : axis.last();
  }

  private int endY(HistoryEntry entry) {
    if (entry.end().isPresent()) {
      return axis.y(entry.end().getAsLong());
    }
    return lanes.death(entry.lane(), entry.start().orElse(0)).map(this::y).orElse(axis.bottom());
  }

  private Diagram.Bar bar(HistoryEntry entry) {
    boolean before = lanes.first(entry.lane());
    int top = y(entry);
    int bottom = Math.max(endY(entry), top + BELOW);
    var beside = new ArrayList<Diagram.Note>();
    beside.add(note(entry.lane(), before, top, entry.call()));
    if (!entry.asHoped() && !entry.violation()) {
      int at = entry.end().isPresent() ? bottom : Math.min(bottom, top + BELOW + BELOW);
      beside.add(note(entry.lane(), before, at, entry.ending(lanes.cutOff(entry))));
    }
    boolean torn = entry.end().isEmpty();
    return new Diagram.Bar(
        entry.step(), x(entry), top, bottom - top, torn, entry.violation(), beside);
  }

  private int x(HistoryEntry entry) {
    return lanes.x(entry.lane()) + tracks.offset(entry);
  }

  private Diagram.Note note(String lane, boolean before, int y, String text) {
    int reach = before ? 0 : tracks.reach(lane);
    return notes.put(lanes.x(lane) + reach, before, y, text);
  }

  private Diagram.Strike strike(HistoryEntry fault) {
    int x = lanes.x(fault.lane());
    var beside = new ArrayList<Diagram.Note>();
    beside.add(note(fault.lane(), false, y(fault), fault.what()));
    if (!fault.detail().isEmpty()) {
      beside.add(note(fault.lane(), false, y(fault) + BELOW, fault.detail()));
    }
    return new Diagram.Strike(fault.step(), x, y(fault), fault.kills(), beside);
  }

  private List<Diagram.Arrow> arrows() {
    var arrows = new ArrayList<Diagram.Arrow>();
    for (HistoryEntry taken : history) {
      if (taken.receives()) {
        sender(taken).ifPresent(sent -> arrows.add(arrow(sent, taken)));
      }
    }
    return arrows;
  }

  private Optional<HistoryEntry> sender(HistoryEntry taken) {
    return history.stream().filter(e -> e.sends() && sameMessage(e, taken)).findFirst();
  }

  private static boolean sameMessage(HistoryEntry sent, HistoryEntry taken) {
    return sent.message().equals(taken.message()) && sent.channel().equals(taken.channel());
  }

  private Diagram.Arrow arrow(HistoryEntry sent, HistoryEntry taken) {
    int from = x(sent);
    int to = x(taken);
    int side = from <= to ? HALF : -HALF;
    return new Diagram.Arrow(
        taken.step(),
        from + side,
        y(sent) + HALF,
        from == to ? to + side : to - side,
        endY(taken),
        dashes.of(taken.channel()),
        taken.message());
  }

  private List<Diagram.Lost> lost() {
    return history.stream()
        .filter(e -> e.sends() && e.outcome().equals("ACCEPTED"))
        .filter(e -> history.stream().noneMatch(t -> t.receives() && sameMessage(e, t)))
        .map(this::lost)
        .toList();
  }

  private Diagram.Lost lost(HistoryEntry sent) {
    boolean before = lanes.last(sent.lane()) && !lanes.first(sent.lane());
    int side = before ? -1 : 1;
    int x = x(sent) + side * HALF;
    return new Diagram.Lost(
        sent.step(),
        x,
        x + side * STUB,
        endY(sent),
        dashes.of(sent.channel()),
        before,
        sent.violation());
  }

  private Diagram.Frame placed(ViolationFrame violation) {
    String lane = violation.entry().lane();
    int y = axis.y(violation.moment(lastMoment())) + BELOW;
    return violation.at(lanes.x(lane), y, lanes.last(lane) && !lanes.first(lane));
  }

  private String description() {
    var text = new StringBuilder("Time runs downwards.");
    for (HistoryEntry e : history) {
      text.append(' ').append(e.lane()).append(": ").append(e.call());
      String ending = e.ending(lanes.cutOff(e));
      if (!ending.isEmpty()) {
        text.append(", ").append(ending);
      }
      text.append(e.violation() ? "; here the rule is broken." : ".");
    }
    return text.toString();
  }
}
