package org.ipctck.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ipctck.history.Content;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;

/**
 * What a channel has done rightly for so long that a counter can have wrapped, it goes on to do.
 *
 * <p>One sender does the same again and again. Where its first messages all came right, and then
 * another rule is broken or an operation comes out otherwise, nothing but their number has changed.
 *
 * @param messages so many must have come right
 * @param bytes or so many bytes, whichever is reached first
 * @param rules what has to be kept from then on
 */
public record Wrapped(long messages, long bytes, List<Rule> rules) implements Rule {
  /** What a machine may be to blame for, or the script. */
  private static final Set<Reason> EXCUSED =
      Set.of(
          Reason.NONE,
          Reason.FULL,
          Reason.TIMEOUT,
          Reason.INTERRUPTED,
          Reason.CLOSED,
          Reason.RESOURCES);

  public Wrapped {
    rules = List.copyOf(rules);
  }

  /** One less than the smallest counters that are in use hold: 15 bits, or 31 of bytes. */
  public static Wrapped after(Rule... rules) {
    return new Wrapped((1 << 15) - 1, 1L << 30, List.of(rules));
  }

  @Override
  public Finding judge(History history) {
    List<Delivery> all = Delivery.all(new Sends(history));
    if (all.size() != 1 || all.getFirst().senders().size() != 1 || !history.faults().isEmpty()) {
      return Finding.undecided("one sender and one receiver alone do the same again and again");
    }
    Delivery delivery = all.getFirst();
    int many = many(delivery);
    if (many < 0) {
      // No counter can have wrapped, so whatever is wrong is the matter of others.
      return Finding.kept();
    }
    if (!right(history, delivery, many)) {
      return Finding.undecided("something went wrong before a counter can have wrapped");
    }
    return judge(history, delivery, many);
  }

  private Finding judge(History history, Delivery delivery, int many) {
    List<Violation> found = new ArrayList<>();
    String undecided = "";
    for (Rule rule : rules) {
      Finding finding = rule.judge(history);
      finding.violations().stream()
          .filter(violation -> !violation.observation().requirement().isEmpty())
          // What was late already while the first of them came is the matter of others.
          .filter(violation -> behind(delivery, violation, many))
          .map(violation -> blamed(violation, many))
          .forEach(found::add);
      undecided = undecided.isEmpty() ? finding.undecided() : undecided;
    }
    otherwise(history, delivery, many).forEach(found::add);
    return found.isEmpty() ? new Finding(List.of(), undecided) : Finding.broken(found);
  }

  /** How many messages are enough; negative when fewer were accepted. */
  private int many(Delivery delivery) {
    long count = 0;
    long volume = 0;
    for (int message = 0; message < delivery.size(); message++) {
      int send = delivery.send(message);
      if (send >= 0 && delivery.operations.outcome(send) == Outcome.ACCEPTED) {
        count++;
        volume += delivery.operations.bytes(send);
      }
      if (count >= messages || volume >= bytes) {
        return message + 1;
      }
    }
    return -1;
  }

  /** Whether the first messages came whole, once, in order, and all of them where none may drop. */
  private static boolean right(History history, Delivery delivery, int many) {
    Operations operations = delivery.operations;
    boolean ordered = !history.profile().is(Promise.ORDER, "none");
    int last = -1;
    for (int message = 0; message < many; message++) {
      int send = delivery.send(message);
      int receive = delivery.receive(message);
      boolean accepted = send >= 0 && operations.outcome(send) == Outcome.ACCEPTED;
      if (receive < 0 && accepted && lossless(history)) {
        return false;
      }
      boolean fine =
          receive < 0
              || accepted
                  && operations.content(receive) != Content.CORRUPT
                  && operations.content(receive) != Content.EARLIER
                  && operations.bytes(receive) == operations.bytes(send)
                  && (!ordered || receive > last);
      if (!fine) {
        return false;
      }
      last = Math.max(last, receive);
    }
    return none(delivery.again, last)
        && none(delivery.strays, last)
        && (!ordered || noneLater(delivery, many, last));
  }

  /** Whether none of the messages behind them came before the last of them. */
  private static boolean noneLater(Delivery delivery, int many, int last) {
    for (int message = many; message < delivery.size(); message++) {
      if (delivery.receive(message) >= 0 && delivery.receive(message) < last) {
        return false;
      }
    }
    return true;
  }

  /** Whether it has to do with a later message, or with what was done when the first had come. */
  private static boolean behind(Delivery delivery, Violation violation, int many) {
    Operations operations = delivery.operations;
    long come =
        IntStream.range(0, many)
            .map(delivery::receive)
            .filter(receive -> receive >= 0)
            .mapToLong(operations::begin)
            .max()
            .orElse(operations.begin(delivery.send(many - 1)));
    return violation.witness().stream()
        .anyMatch(
            row ->
                operations.begin(row) > come || delivery.message(operations.message(row)) >= many);
  }

  private static boolean lossless(History history) {
    return history.profile().is(Promise.OVERFLOW, "block")
        || history.profile().is(Promise.OVERFLOW, "refuse");
  }

  private static boolean none(Rows rows, int until) {
    for (int place = 0; place < rows.size(); place++) {
      if (rows.get(place) <= until) {
        return false;
      }
    }
    return true;
  }

  private static Violation blamed(Violation violation, int many) {
    return new Violation(
        Observation.WRAPPED,
        "the first %d messages have come right, and %s".formatted(many, violation.let()),
        violation.then() + ", as before",
        violation.but(),
        violation.witness(),
        violation.faults(),
        violation.marginNanos());
  }

  /** Operations that fail with nobody gone, where thousands like them have not. */
  private static Stream<Violation> otherwise(History history, Delivery delivery, int many) {
    Operations operations = delivery.operations;
    long closing = Operations.NEVER;
    for (int place = 0; place < delivery.sends.lifecycle.size(); place++) {
      int row = delivery.sends.lifecycle.get(place);
      if (operations.kind(row) == Kind.CLOSE) {
        closing = Math.min(closing, operations.begin(row));
      }
    }
    long until = closing;
    long from = operations.begin(delivery.send(many - 1));
    return operations
        .rows()
        .filter(row -> row.kind() == Kind.SEND || row.kind() == Kind.RECEIVE)
        .filter(row -> row.begin() > from && row.finish() < until)
        .filter(
            row ->
                row.outcome() == Outcome.UNTYPED
                    || (row.outcome() == Outcome.REFUSED || row.outcome() == Outcome.BROKEN)
                        && !EXCUSED.contains(row.reason()))
        .limit(1)
        .map(row -> failed(history, row.index(), many));
  }

  private static Violation failed(History history, int row, int many) {
    Words words = new Words(history);
    return new Violation(
        Observation.WRAPPED,
        "the first %d messages have come right, and both ends be open".formatted(many),
        "whatever was done for them is done for the next",
        "the %s of %s %s came out as %s %s"
            .formatted(
                history.operations().kind(row).name().toLowerCase(java.util.Locale.ROOT),
                words.end(row),
                words.span(row),
                history.operations().outcome(row),
                history.operations().reason(row)),
        List.of(row),
        List.of(),
        Long.MAX_VALUE);
  }
}
