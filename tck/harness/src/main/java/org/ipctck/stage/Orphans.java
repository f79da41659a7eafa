package org.ipctck.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** What peers forked and left behind: children of the kit by adoption that carry its mark. */
final class Orphans {
  /** A variable that every peer has, and so everything that it forks. */
  static final String VARIABLE = "IPC_TCK_KIT";

  /** The value that it has in the peers of this kit. */
  static final String MARK = Kit.here().mark();

  private Orphans() {}

  /** Kills those that are not known, and takes their exit statuses; what they were, in words. */
  static List<String> sweep(Set<Long> known) {
    List<String> found = new ArrayList<>();
    for (ProcessHandle child : ProcessHandle.current().children().toList()) {
      long pid = child.pid();
      if (!known.contains(pid) && Proc.text(pid, "environ").contains(VARIABLE + "=" + MARK)) {
        found.add("pid=" + pid + " " + Proc.text(pid, "cmdline").replace('\0', ' ').strip());
        Posix.kill(pid, Posix.SIGKILL);
        reap(pid);
      }
    }
    return found;
  }

  /** Kills what a kit left that was killed itself, and nothing of one that runs beside this. */
  static void clearDead() {
    for (Proc.Stat process : Proc.all()) {
      String mark = mark(process.pid());
      if (!mark.isEmpty() && process.lives() && Kit.dead(mark, process.pid())) {
        Posix.kill(process.pid(), Posix.SIGKILL);
      }
    }
  }

  private static String mark(long pid) {
    for (String variable : Proc.text(pid, "environ").split("\0")) {
      if (variable.startsWith(VARIABLE + "=")) {
        return variable.substring(VARIABLE.length() + 1);
      }
    }
    return "";
  }

  /** Takes the exit status of a process that was killed and adopted. */
  static void reap(long pid) {
    for (int i = 0; i < 1_000 && Proc.stat(pid).state() != ' '; i++) {
      Posix.reap(pid);
      LockSupport.parkNanos(500_000);
    }
  }
}
