package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ipctck.fault.Fault;
import org.ipctck.history.Outcome;
import org.ipctck.history.Sight;
import org.ipctck.scenario.Move;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;
import org.junit.jupiter.api.Test;

/** The rules about what lies around the peers, on every small case. */
class AroundRuleTests {
  private static final Move.Look LOOK = new Move.Look();

  private static Told told() {
    return new Told(Told.STRICT).channel("c1").sender("alice", "c1").receiver("bob", "c1");
  }

  private static Sight.Name name(String path, Sight.Type type, int mode, long inode) {
    return new Sight.Name(path, type, mode, 0, inode, "x");
  }

  private static Sight sight(String move, long at, List<Sight.Name> names, List<Sight.Held> held) {
    return new Sight(move, at, at, names, held, List.of(), "");
  }

  /** Spelled as ls(1) does, a group or others may read or write. */
  private static boolean letsIn(Sight.Type type, int mode) {
    Set<PosixFilePermission> all = new java.util.HashSet<>();
    PosixFilePermission[] order = PosixFilePermission.values();
    for (int bit = 0; bit < 9; bit++) {
      if ((mode >> (8 - bit) & 1) == 1) {
        all.add(order[bit]);
      }
    }
    boolean write =
        all.contains(PosixFilePermission.GROUP_WRITE)
            || all.contains(PosixFilePermission.OTHERS_WRITE);
    boolean read =
        all.contains(PosixFilePermission.GROUP_READ)
            || all.contains(PosixFilePermission.OTHERS_READ);
    return type == Sight.Type.SOCKET ? write : read || write;
  }

  @Test
  void everyModeIsJudgedByWhomItLetsIn() {
    for (Sight.Type type : List.of(Sight.Type.FILE, Sight.Type.FIFO, Sight.Type.SOCKET)) {
      for (int mode = 0; mode < 01000; mode++) {
        Told told = told().saw(new Move.Watch(), "w", List.of(name("c", type, mode, 1)));
        List<Observation> expected = letsIn(type, mode) ? List.of(Observation.TOO_WIDE) : List.of();
        assertEquals(expected, told.seenBy(new Widest()), type + " " + Integer.toOctalString(mode));
      }
    }
  }

  @Test
  void whatLiesInAShutDirectoryIsReachedByNobody() {
    Sight.Name wide = name("d/c", Sight.Type.SOCKET, 0777, 2);
    Sight.Name shut = name("d", Sight.Type.DIRECTORY, 0700, 1);
    Sight.Name open = name("d", Sight.Type.DIRECTORY, 0755, 1);
    Move.Watch watch = new Move.Watch();
    assertEquals(List.of(), told().saw(watch, "w", List.of(shut, wide)).seenBy(new Widest()));
    assertEquals(
        List.of(Observation.TOO_WIDE),
        told().saw(watch, "w", List.of(shut, wide, open)).seenBy(new Widest()));
  }

  @Test
  void aModeThatIsOpenToAllIsKeptByEveryone() {
    Told told = new Told(Told.STRICT.with(Promise.MODE, "open")).channel("c1");
    told.saw(LOOK, "l", List.of(name("c", Sight.Type.FIFO, 0666, 1)));
    assertEquals(List.of(), told.seenBy(new Widest()));
  }

  @Test
  void everyFateOfAStrangerIsBlamedOnWhoeverOwnsIt() {
    Sight.Name put = name("c", Sight.Type.FILE, 0600, 7);
    for (int fate = 0; fate < 16; fate++) {
      boolean gone = (fate & 1) != 0;
      boolean replaced = (fate & 2) != 0;
      boolean written = (fate & 4) != 0;
      boolean used = (fate & 8) != 0;
      Sight.Name now =
          new Sight.Name("c", Sight.Type.FILE, 0600, 0, replaced ? 8 : 7, written ? "y" : "x");
      List<Sight.Held> held = used ? List.of(new Sight.Held("p", 5, "/t/c", 7, 0)) : List.of();
      Told told = told();
      told.saw(new Move.Put("c1", 0, Move.Thing.FILE), sight("put", 1, List.of(put), List.of()));
      told.saw(LOOK, sight("after", 2, gone ? List.of() : List.of(now), held));
      List<Observation> expected = new ArrayList<>();
      if (gone || replaced) {
        expected.add(Observation.STRANGER_DELETED);
      }
      if (!gone && !replaced && written) {
        expected.add(Observation.STRANGER_TAKEN_OVER);
      }
      if (used) {
        expected.add(Observation.STRANGER_TAKEN_OVER);
      }
      expected.sort(null);
      List<Observation> seen = new ArrayList<>(told.seenBy(new Strangers()));
      seen.sort(null);
      assertEquals(expected, seen, "fate=" + fate);
    }
  }

  @Test
  void aLinkToNothingThatLeadsSomewhereWasFollowed() {
    Sight.Name link = new Sight.Name("c", Sight.Type.LINK, 0777, 0, 7, "/t/elsewhere/of-c");
    Told told = told();
    told.saw(new Move.Put("c1", 0, Move.Thing.DANGLING), sight("put", 1, List.of(link), List.of()));
    Sight.Name made = name("elsewhere/of-c", Sight.Type.FILE, 0600, 9);
    told.saw(LOOK, sight("after", 2, List.of(link, made), List.of()));
    assertEquals(List.of(Observation.STRANGER_TAKEN_OVER), told.seenBy(new Strangers()));
  }

  @Test
  void whatATransportItselfHasThereMayBeTakenForItsOwn() {
    Sight.Name own = name("c", Sight.Type.FIFO, 0600, 3);
    Sight.Name put = name("c", Sight.Type.FIFO, 0600, 7);
    Told told = told();
    told.saw(LOOK, sight("open", 1, List.of(own), List.of()));
    told.saw(new Move.Put("c1", 0, Move.Thing.FIFO), sight("put", 2, List.of(put), List.of()));
    told.saw(LOOK, sight("after", 3, List.of(), List.of()));
    assertEquals(List.of(), told.seenBy(new Strangers()));
  }

  @Test
  void aNameThatIsLeftIsSeenWhereverItLies() {
    NamesLeft rule = new NamesLeft("open", "closed");
    Sight.Held memory = new Sight.Held("p", -1, "/dev/shm/seg", 4, 0);
    Sight.Name segment = name("/dev/shm/seg", Sight.Type.FILE, 0600, 4);
    Sight.Name another = name("/dev/shm/seg", Sight.Type.FILE, 0600, 5);
    Sight.Name file = name("c.lock", Sight.Type.FILE, 0600, 6);
    for (List<Sight.Name> left :
        List.of(List.<Sight.Name>of(), List.of(segment), List.of(another), List.of(file))) {
      Told told = told();
      told.saw(LOOK, sight("open", 1, List.of(segment), List.of(memory)));
      told.saw(LOOK, sight("closed", 2, left, List.of()));
      boolean broken = left.contains(segment) || left.contains(file);
      List<Observation> expected = broken ? List.of(Observation.NAME_LEFT) : List.of();
      assertEquals(expected, told.seenBy(rule), left.toString());
    }
  }

  /** A name may be left by whoever still has the channel, or died with it and was not followed. */
  @Test
  void aNameThatIsLeftIsNobodysFaultBeforeTheLastClose() {
    NamesLeft rule = new NamesLeft("open", "closed");
    List<Sight.Name> left = List.of(name("c.lock", Sight.Type.FILE, 0600, 6));
    for (Outcome outcome : Outcome.values()) {
      Told told = told();
      told.saw(LOOK, sight("open", 5, left, List.of()));
      told.saw(LOOK, sight("closed", 20, left, List.of()));
      told.open("bob", 1, 2);
      told.close("bob", 10, outcome == Outcome.PENDING ? Told.NEVER : 11, outcome, Reason.NONE);
      boolean blamed = outcome == Outcome.DONE;
      assertEquals(
          blamed ? List.of(Observation.NAME_LEFT) : List.of(),
          told.seenBy(rule),
          outcome.toString());
      assertEquals(
          blamed ? "" : "bob was not seen to be closed", rule.judge(told.history()).undecided());
    }
  }

  @Test
  void whatTheDeadLeaveIsClearedByWhoeverComesAfterThem() {
    NamesLeft rule = new NamesLeft("open", "closed");
    List<Sight.Name> left = List.of(name("c.lock", Sight.Type.FILE, 0600, 6));
    for (boolean followed : new boolean[] {false, true}) {
      Told told = told();
      told.saw(LOOK, sight("open", 5, left, List.of()));
      told.saw(LOOK, sight("closed", 20, left, List.of()));
      told.open("bob", 1, 2);
      told.fault(Fault.Kind.SIGKILL, "bob", 6, 7);
      if (followed) {
        told.open("alice", 8, 9);
        told.close("alice", 10, 11);
      }
      assertEquals(
          followed ? List.of(Observation.NAME_LEFT) : List.of(),
          told.seenBy(rule),
          "followed=" + followed);
    }
    Told refused = told();
    refused.saw(LOOK, sight("open", 5, left, List.of()));
    refused.saw(LOOK, sight("closed", 20, left, List.of()));
    refused.open("bob", 1, 2);
    refused.fault(Fault.Kind.SIGKILL, "bob", 6, 7);
    refused.open("alice", 8, 9, Outcome.REFUSED, Reason.NAME_IN_USE);
    assertEquals(List.of(), refused.seenBy(rule));
  }

  @Test
  void everyAnswerToTwoImpossibleNamesIsWeighed() {
    List<Reason> reasons = List.of(Reason.NONE, Reason.NAME_INVALID, Reason.NAME_IN_USE);
    for (Reason first : reasons) {
      for (Reason second : reasons) {
        Told told = told();
        told.open("bob", 1, 2, outcome(first), first);
        told.open("alice", 3, 4, outcome(second), second);
        List<Observation> expected = new ArrayList<>();
        for (Reason reason : List.of(first, second)) {
          if (reason == Reason.NAME_IN_USE) {
            expected.add(Observation.IMPOSSIBLE_NAME);
          }
        }
        assertEquals(expected, told.seenBy(new ImpossibleName()), first + " " + second);
      }
    }
  }

  private static Outcome outcome(Reason reason) {
    return reason == Reason.NONE ? Outcome.DONE : Outcome.REFUSED;
  }

  @Test
  void socketsAreJudgedByWhoReachesThem() {
    Sight.Socket abstractName = new Sight.Socket("p", "unix", "@x", true, false);
    Sight.Socket path = new Sight.Socket("p", "unix", "/t/x", true, true);
    Sight.Socket loopback = new Sight.Socket("p", "tcp", "0100007F:1F90", true, true);
    Sight.Socket everywhere = new Sight.Socket("p", "tcp6", "0:1F90", false, true);
    Sight.Socket connected = new Sight.Socket("p", "tcp", "0100007F:1F91", true, false);
    for (Sight.Socket socket : List.of(abstractName, path, loopback, everywhere, connected)) {
      Told told = told();
      told.saw(LOOK, new Sight("l", 1, 1, List.of(), List.of(), List.of(socket), ""));
      boolean listens = socket == loopback || socket == everywhere;
      assertEquals(listens ? 1 : 0, told.seenBy(new Listening()).size(), socket.toString());
      int names = socket == abstractName ? 1 : 0;
      assertEquals(names, told.seenBy(new AbstractNames()).size(), socket.toString());
    }
  }
}
