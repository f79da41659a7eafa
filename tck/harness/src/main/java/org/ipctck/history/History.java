package org.ipctck.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Capacity;
import org.ipctck.spi.Profile;

/**
 * What happened when a scenario was played.
 *
 * @param scenario what was played
 * @param profile what the subject promises
 * @param operations every operation of every end
 * @param steps for each row of the operations the index of its step in the scenario
 * @param faults every fault of the scenario and what became of it
 * @param capacities what each channel granted, by its name; absent where no sender was opened
 * @param dropped messages that the subject says it dropped, by channel; absent where it cannot
 *     count
 * @param censuses what the processes held, after the rounds in which it was asked
 * @param leaks what was left behind by the scenario's processes, in words, after everything was
 *     closed
 * @param stalls how long the host gave somebody no turn while it was played, in nanoseconds, all
 *     together: the kit, or one thread of a process that played
 * @param calibration how much slower than its best this host is, at least 1
 * @param watched stamp until which every operation was waited for: one without a finish had not
 *     returned by then
 * @param sights what the kit saw when it made its moves, in their order
 * @param fallen processes that ended by themselves after the kit had been a rogue
 * @param claims whom ends said to be at the other side, in the order in which they were asked
 */
public record History(
    Scenario scenario,
    Profile profile,
    Operations operations,
    int[] steps,
    List<FaultRecord> faults,
    Map<String, Capacity> capacities,
    Map<String, Long> dropped,
    List<Census> censuses,
    List<String> leaks,
    long stalls,
    double calibration,
    long watched,
    List<Sight> sights,
    List<Fall> fallen,
    List<Claim> claims) {

  public History {
    sights = List.copyOf(sights);
    fallen = List.copyOf(fallen);
    claims = List.copyOf(claims);
  }

  /** A history in which no process ended by itself, and nobody was asked who is there. */
  public History(
      Scenario scenario,
      Profile profile,
      Operations operations,
      int[] steps,
      List<FaultRecord> faults,
      Map<String, Capacity> capacities,
      Map<String, Long> dropped,
      List<Census> censuses,
      List<String> leaks,
      long stalls,
      double calibration,
      long watched,
      List<Sight> sights) {
    this(
        scenario,
        profile,
        operations,
        steps,
        faults,
        capacities,
        dropped,
        censuses,
        leaks,
        stalls,
        calibration,
        watched,
        sights,
        List.of(),
        List.of());
  }

  /** What was played on a calm host, with nothing known beside the operations and the faults. */
  public static History of(
      Scenario scenario,
      Profile profile,
      Operations operations,
      int[] steps,
      List<FaultRecord> faults) {
    return new History(
        scenario,
        profile,
        operations,
        steps,
        faults,
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        0,
        1.0,
        Long.MIN_VALUE,
        List.of());
  }

  /** The same under another profile. */
  public History under(Profile other) {
    return new History(
        scenario,
        other,
        operations,
        steps,
        faults,
        capacities,
        dropped,
        censuses,
        leaks,
        stalls,
        calibration,
        watched,
        sights,
        fallen,
        claims);
  }

  /** What was seen at a move; empty when it was not made. */
  public Optional<Sight> sight(String move) {
    return sights.stream().filter(sight -> sight.move().equals(move)).findFirst();
  }
}
