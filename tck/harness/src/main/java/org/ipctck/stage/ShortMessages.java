package org.ipctck.stage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ipctck.history.Content;
import org.ipctck.history.Kind;
import org.ipctck.history.MessageId;
import org.ipctck.history.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Finds which messages the received ones are that are too short for an id: those of one length and
 * content are matched in the order of their sending, what was accepted before what may have been,
 * so that only a transport that is wrong looks wrong.
 */
final class ShortMessages {
  private record Shape(int bytes, long raw) {}

  private final Map<Shape, Deque<Long>> sent = new HashMap<>();
  private final Map<Integer, Long> last = new HashMap<>();

  private ShortMessages() {}

  /** Identifies the short messages that a channel's receivers got, in place. */
  static void resolve(List<List<Row>> senders, List<List<Row>> receivers) {
    ShortMessages matching = new ShortMessages();
    Map<Shape, Integer> received = new HashMap<>();
    for (List<Row> rows : receivers) {
      rows.stream()
          .filter(Row::isShort)
          .forEach(row -> received.merge(shape(row), 1, Integer::sum));
    }
    if (!received.isEmpty()) {
      matching.expect(senders.stream().flatMap(List::stream).toList(), received);
      receivers.forEach(matching::identify);
    }
  }

  private static Shape shape(Row row) {
    return new Shape(row.bytes(), row.raw());
  }

  private void expect(List<Row> rows, Map<Shape, Integer> received) {
    Map<Shape, List<Row>> candidates = new HashMap<>();
    for (Row row : rows) {
      if (row.kind() == Kind.SEND && row.bytes() < Long.BYTES && row.message() != MessageId.NONE) {
        Shape shape = new Shape(row.bytes(), Payload.raw(row.message(), row.bytes()));
        candidates.computeIfAbsent(shape, any -> new ArrayList<>()).add(row);
        last.put(row.bytes(), row.message());
      }
    }
    candidates.forEach((shape, all) -> choose(shape, all, received.getOrDefault(shape, 0)));
  }

  private void choose(Shape shape, List<Row> all, int count) {
    List<Row> surest = new ArrayList<>(all);
    surest.sort(Comparator.comparingInt(ShortMessages::doubt));
    List<Row> chosen = new ArrayList<>(surest.subList(0, Math.min(count, surest.size())));
    chosen.sort(Comparator.comparingLong(Row::begin));
    Deque<Long> ids = new ArrayDeque<>();
    chosen.forEach(row -> ids.add(row.message()));
    sent.put(shape, ids);
  }

  private static int doubt(Row row) {
    return switch (row.outcome()) {
      case ACCEPTED -> 0;
      case REFUSED -> 2;
      default -> 1;
    };
  }

  private void identify(List<Row> rows) {
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (row.isShort() && row.outcome() == Outcome.MESSAGE) {
        rows.set(i, identified(row));
      }
    }
  }

  private Row identified(Row row) {
    @Nullable Deque<Long> ids = sent.get(shape(row));
    if (ids == null) {
      // Nobody sent these bytes: blame it on the last message of that length, if there is one.
      long id = Objects.requireNonNullElse(last.get(row.bytes()), MessageId.NONE);
      return row.identified(id, id == MessageId.NONE ? Content.NO_ID : Content.CORRUPT);
    }
    // More came than were sent: the last one came twice.
    long id = ids.size() > 1 ? ids.removeFirst() : ids.getFirst();
    return row.identified(id, Content.WHOLE);
  }
}
