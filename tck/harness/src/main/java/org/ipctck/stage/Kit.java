package org.ipctck.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kit by its process id and its start, by which another one tells whether it still runs; process
 * ids mean nothing outside their namespace.
 *
 * @param pid its process id
 * @param start when it started, in clock ticks since boot: an id alone may be used again
 */
public record Kit(long pid, String start) {
  private static final int BASE = 36;
  private static final int START_PLACE = 19;
  private static final Pattern MARK = Pattern.compile("([0-9a-z]{1,9})-([0-9a-z]{1,12})@(.*)");

  /** The one that runs here. */
  public static Kit here() {
    long pid = ProcessHandle.current().pid();
    return new Kit(pid, start(pid));
  }

  /** In few characters: a socket's path has 107 and the kit wants few of them. */
  String brief() {
    return Long.toString(pid, BASE) + "-" + start;
  }

  /** What the names of its temporary folders begin with; those of the dead are cleared by it. */
  public String prefix() {
    return "ipct-" + brief() + "-";
  }

  /** What the processes of this kit carry. */
  String mark() {
    return brief() + "@" + namespace("self");
  }

  /** Reads what {@link #brief} says. */
  static Kit of(String pid, String start) {
    return new Kit(Long.parseLong(pid, BASE), start);
  }

  /** Whether it runs no more. */
  boolean dead() {
    return !start(pid).equals(start);
  }

  /** Whether a mark is that of a dead kit that a process of this namespace was started by. */
  static boolean dead(String mark, long process) {
    Matcher matcher = MARK.matcher(mark);
    if (!matcher.matches()) {
      return false;
    }
    String here = namespace("self");
    return !here.isEmpty()
        && matcher.group(3).equals(here)
        && namespace(Long.toString(process)).equals(here)
        && of(matcher.group(1), matcher.group(2)).dead();
  }

  private static String namespace(String process) {
    try {
      return Files.readSymbolicLink(Path.of("/proc", process, "ns", "pid")).toString();
    } catch (IOException gone) {
      return "";
    }
  }

  private static String start(long pid) {
    String stat = Proc.text(pid, "stat");
    int end = stat.lastIndexOf(')');
    return end < 0
        ? ""
        : Long.toString(Long.parseLong(stat.substring(end + 2).split(" ")[START_PLACE]), BASE);
  }
}
