package org.ipctck.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ipctck.scenario.Condition;
import org.ipctck.scenario.Condition.Namespace;

/** The words before a command that put its process into other surroundings. */
public final class Wrapping {
  /** The user and the group of whoever has no rights: nobody and nogroup on every Linux. */
  static final String NOBODY = "65534";

  private static final String BECOME = "exec \"$@\"";

  /** What the names of files begin with that are only there to leave no room. */
  static final String BALLAST = "ballast-";

  private static final int DISK_BYTES = 4 << 20;

  /** A disk of which one file takes all but some bytes. */
  private static final String ALMOST_FULL =
      "mount -t tmpfs -o size=%d,nr_inodes=40,mode=700 none '%s' || exit 97; "
          + "head -c %d /dev/zero > '%s/%s' || exit 97; ";

  /** Names are made until no more can be; the last fails, and is meant to. */
  private static final String ALL_NAMES =
      "i=0; while true 2>/dev/null > '%s/%s'$i; do i=$((i+1)); done 2>/dev/null; ";

  private Wrapping() {}

  /** The words for all conditions; files of channels lie in the directory. */
  static List<String> words(List<Condition> conditions, Path directory) {
    List<String> words = new ArrayList<>();
    for (Condition condition : conditions) {
      words.addAll(
          switch (condition) {
            case Condition.Umask umask -> shell("umask " + umask.mask() + "; ");
            case Condition.OtherUser any -> nobody();
            case Condition.Apart apart -> apart(apart.namespaces());
            case Condition.SmallDisk disk -> disk(disk, directory);
            case Condition.UsualSignal usual ->
                List.of("env", "--default-signal=" + usual.signal());
          });
    }
    return words;
  }

  /** The words for another user; a change of user forgets who is told of whose death. */
  public static List<String> nobody() {
    return List.of(
        "setpriv",
        "--reuid=" + NOBODY,
        "--regid=" + NOBODY,
        "--clear-groups",
        "--pdeathsig",
        "KILL");
  }

  /** The words for namespaces; an ordinary user needs one of users around them. */
  public static List<String> apart(List<Namespace> namespaces) {
    Set<String> words = new LinkedHashSet<>(unshare());
    for (Namespace namespace : namespaces) {
      switch (namespace) {
        case PID -> words.addAll(List.of("--pid", "--fork", "--kill-child", "--mount-proc"));
        case NET -> words.add("--net");
        case IPC -> words.add("--ipc");
        case SHM -> words.add("--mount");
      }
    }
    List<String> all = new ArrayList<>(words);
    if (namespaces.contains(Namespace.SHM)) {
      all.addAll(shell("mount -t tmpfs none /dev/shm || exit 97; "));
    }
    return all;
  }

  private static List<String> disk(Condition.SmallDisk disk, Path directory) {
    List<String> words = new ArrayList<>(unshare());
    words.add("--mount");
    int taken = DISK_BYTES - disk.bytes();
    String script = ALMOST_FULL.formatted(DISK_BYTES, directory, taken, directory, BALLAST);
    words.addAll(shell(disk.names() ? script : script + ALL_NAMES.formatted(directory, BALLAST)));
    return words;
  }

  private static List<String> unshare() {
    return isRoot() ? List.of("unshare") : List.of("unshare", "--user", "--map-root-user");
  }

  private static List<String> shell(String script) {
    return List.of("/bin/sh", "-c", script + BECOME, "sh");
  }

  /** Whether the kit runs as root. */
  public static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether the process is played by a child of the one that was started. */
  static boolean forks(List<Condition> conditions) {
    return conditions.stream()
        .anyMatch(
            each ->
                each instanceof Condition.Apart apart
                    && apart.namespaces().contains(Namespace.PID));
  }

  /** Whether a process may play again in the same surroundings. */
  static boolean lasts(List<Condition> conditions) {
    return conditions.stream().noneMatch(each -> each instanceof Condition.SmallDisk);
  }
}
