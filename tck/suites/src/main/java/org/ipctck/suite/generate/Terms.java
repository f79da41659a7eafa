package org.ipctck.suite.generate;

import java.util.List;
import java.util.Set;
import org.ipctck.fault.Fault;
import org.ipctck.scenario.End;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.ipctck.suite.Run;

/**
 * What a scenario has to respect so that a subject can play it.
 *
 * @param profile what the subject promises
 * @param points the points at which its ends can be struck
 * @param manyThreads whether one process plays several ends at once
 */
public record Terms(Profile profile, List<String> points, boolean manyThreads) {
  /** Half a mebibyte, which every pipe can be made to hold. */
  private static final int MOST_IN_FLIGHT = 1 << 19;

  /** The names that points have which a sender passes within a send. */
  private static final Set<String> SENDING =
      Set.of("claim", "claimed", "copy", "commit", "packet", "sent", "notify", "signalled");

  /** Those of them at which a message is neither begun nor sent. */
  private static final Set<String> HALFWAY = Set.of("claimed", "copy", "packet", "commit");

  /** Those of them that only long messages pass, or only where a receiver sleeps. */
  private static final Set<String> AT_TIMES = Set.of("packet", "notify", "signalled");

  /** Those of the subject that is being judged now. */
  public static Terms now() {
    Run run = Run.current();
    return new Terms(run.profile(), run.points(), run.manyThreads());
  }

  /** Whether the profile promises this value, alone or among others. */
  public boolean has(Promise promise, String value) {
    return List.of(profile.get(promise).split("\\|")).contains(value);
  }

  /** Whether all ends live in one process, so that a crash is a task that ends without close. */
  public boolean inOneRuntime() {
    return has(Promise.REACH, "runtime");
  }

  /** The points that a sender passes within a send. */
  public List<String> sendingPoints() {
    return points.stream().filter(SENDING::contains).toList();
  }

  /** Those of them that a sender passes whatever it sends, and whoever waits for it. */
  public List<String> pointsOfEachSend() {
    return sendingPoints().stream().filter(point -> !AT_TIMES.contains(point)).toList();
  }

  /** Those of them at which a message is half made. */
  public List<String> halfwayPoints() {
    return sendingPoints().stream().filter(HALFWAY::contains).toList();
  }

  /** The points that an end of a side passes while it is opened: the owner makes the name. */
  public List<String> openingPoints(End.Side side) {
    boolean makes = (side == End.Side.SENDER) == has(Promise.OWNER, "sender");
    String point = makes ? "bind" : "connect";
    return points.contains(point) ? List.of(point) : List.of();
  }

  /** Whether survivors are told of a death in time. */
  public boolean noticesDeath() {
    return has(Promise.DEATH, "kernel") || has(Promise.DEATH, "timeout");
  }

  /** Whether ends without a name are handed down to processes that are started for it. */
  public boolean handsDown() {
    return !inOneRuntime() && manyThreads && has(Promise.NAMES, "none");
  }

  /** What a crash is here. */
  public Fault.Kind crash() {
    return inOneRuntime() ? Fault.Kind.ABANDON : Fault.Kind.SIGKILL;
  }

  /** At most so many senders on a channel, and at least one. */
  public int senders(int wanted) {
    return has(Promise.SENDERS, "many") ? wanted : 1;
  }

  /** At most so many receivers on a channel, and at least one. */
  public int receivers(int wanted) {
    return has(Promise.RECEIVERS, "many") ? wanted : 1;
  }

  /** The smallest message in bytes. */
  public int smallest() {
    return Integer.parseInt(range()[0]);
  }

  /** The largest message in bytes. */
  public int largest() {
    return (int) Math.min(Long.parseLong(range()[1]), Integer.MAX_VALUE - 64);
  }

  private String[] range() {
    return profile.get(Promise.MESSAGES).split("\\.\\.");
  }

  /** The nearest size that the subject can carry, and that can be told where some are dropped. */
  public int size(int wanted) {
    int told = lossless() ? 0 : Math.min(Sizes.SHORTEST_WITH_ID, largest());
    return Math.clamp(wanted, Math.max(smallest(), told), largest());
  }

  /** The nearest capacity that the subject can be asked for with messages of this size. */
  public int capacity(int wanted, int bytes) {
    if (!has(Promise.CAPACITY, "bounded") && !has(Promise.CAPACITY, "unbounded")) {
      return 0;
    }
    return Math.clamp(wanted, 1, Math.max(1, MOST_IN_FLIGHT / Math.max(bytes, 1)));
  }

  /** Whether a full channel keeps everything that it accepted. */
  public boolean lossless() {
    return has(Promise.OVERFLOW, "block") || has(Promise.OVERFLOW, "refuse");
  }

  /** The process that plays an end which would share one with others if it could. */
  public String process(String wanted, String end) {
    if (inOneRuntime()) {
      return "p";
    }
    return manyThreads ? wanted : "p-" + end;
  }
}
