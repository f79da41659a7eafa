package org.ipctck.suite;

import java.util.stream.Stream;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operation;
import org.ipctck.history.Outcome;
import org.ipctck.history.Sight;
import org.ipctck.scenario.Move;
import org.ipctck.spi.Reason;
import org.ipctck.suite.Trial.Condition;

/** What has to be seen around the peers before a try has shown anything. */
public final class SeenAround {
  private SeenAround() {}

  /** Every end was opened. */
  public static Condition everythingOpened() {
    return history ->
        history
            .operations()
            .rows()
            .filter(row -> row.kind() == Kind.OPEN && row.outcome() != Outcome.DONE)
            .findFirst()
            .map(row -> "an end was not opened: " + row.outcome() + " " + row.reason())
            .orElse("");
  }

  /** An end was opened. */
  public static Condition opened(String end) {
    return history ->
        opens(history, end).anyMatch(row -> row.outcome() == Outcome.DONE)
            ? ""
            : end + " was not opened";
  }

  /** An end was opened or refused. */
  public static Condition attempted(String end) {
    return history ->
        opens(history, end).anyMatch(Operation::returned) ? "" : end + " never tried to open";
  }

  /** An end said who is at the other side, and the kernel still knew of them. */
  public static Condition somebodyIdentified() {
    return history ->
        history.claims().stream().anyMatch(claim -> !claim.others().isEmpty())
            ? ""
            : "no end said who is at the other side";
  }

  /** An end was refused as LAYOUT, or tried to send what it had asked for. */
  public static Condition tried(String end) {
    return history ->
        opens(history, end).anyMatch(row -> row.reason() == Reason.LAYOUT)
                || history
                    .operations()
                    .rows()
                    .filter(row -> history.scenario().ends().get(row.end()).name().equals(end))
                    .anyMatch(row -> row.kind() == Kind.SEND && row.outcome() == Outcome.ACCEPTED)
            ? ""
            : end + " was neither refused for the layout nor able to send";
  }

  /** An end was opened or refused in the words of the interface. */
  public static Condition answered(String end) {
    return history ->
        opens(history, end)
                .anyMatch(row -> row.outcome() == Outcome.DONE || row.outcome() == Outcome.REFUSED)
            ? ""
            : end + " was neither opened nor refused";
  }

  /** A message came, or somebody was refused at open, so that nobody hopes in vain. */
  public static Condition heardOrRefused() {
    return history ->
        history
                .operations()
                .rows()
                .anyMatch(
                    row ->
                        row.outcome() == Outcome.MESSAGE
                            || row.kind() == Kind.OPEN && row.outcome() == Outcome.REFUSED)
            ? ""
            : "nobody received a message, and nobody was refused at open";
  }

  private static Stream<Operation> opens(History history, String end) {
    return history
        .operations()
        .rows()
        .filter(row -> row.kind() == Kind.OPEN)
        .filter(row -> history.scenario().ends().get(row.end()).name().equals(end));
  }

  /** The kit reached a channel as a rogue. */
  public static Condition aRogue() {
    return history ->
        history.scenario().moves().stream()
                .filter(move -> move.deed() instanceof Move.Intrude)
                .flatMap(move -> history.sight(move.name()).stream())
                .anyMatch(sight -> !sight.names().isEmpty())
            ? ""
            : "no name of the channel is a FIFO, a socket or memory that a rogue could write to";
  }

  /** A process had a file mapped at this look of which the size is known, and was there later. */
  public static Condition aMappedFile(String look) {
    return history ->
        history.sight(look).stream()
                .flatMap(
                    sight ->
                        sight.held().stream()
                            .filter(held -> held.descriptor() < 0)
                            .filter(held -> isOfAChannel(sight, held))
                            .filter(held -> sized(sight, held)))
                .findAny()
                .isPresent()
            ? ""
            : "no size of a mapped file was seen";
  }

  /** Programs, their libraries and the logs of the kit are mapped too. */
  private static boolean isOfAChannel(Sight sight, Sight.Held mapped) {
    String target = mapped.target();
    boolean named = sight.names().stream().anyMatch(name -> name.inode() == mapped.inode());
    return named || target.startsWith("/memfd:");
  }

  private static boolean sized(Sight sight, Sight.Held mapped) {
    return sight.held().stream()
        .anyMatch(
            held ->
                held.process().equals(mapped.process())
                    && held.inode() == mapped.inode()
                    && held.size() >= 0);
  }

  /** The channel had a name at this look: a file, or memory that has one. */
  public static Condition aName(String look) {
    return history ->
        history.sight(look).stream()
                .flatMap(sight -> sight.names().stream())
                .anyMatch(name -> name.type() != Sight.Type.DIRECTORY)
            ? ""
            : "the channel was never seen to have a name";
  }
}
