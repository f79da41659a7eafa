package org.ipctck.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ipctck.fault.Fault;
import org.ipctck.history.Fall;
import org.ipctck.history.FaultRecord;
import org.ipctck.history.History;
import org.ipctck.history.Operations;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.ChannelPlan;
import org.ipctck.scenario.Condition;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Move;
import org.ipctck.scenario.Scenario;
import org.ipctck.scenario.Step;
import org.ipctck.spi.Promise;

/** One try from its first command to its history. */
final class Trial {
  /** Until when operations were waited for: what had not returned by then is pending. */
  private long watched;

  private static final String CLOSE = "close";
  private static final long MILLI = 1_000_000;
  private static final long CLOSE_NANOS = 2_000 * MILLI;
  private static final long ENDING_NANOS = 500 * MILLI;

  /** What a Java runtime that crashes says first on its standard output. */
  private static final Pattern CRASH = Pattern.compile("# +(SIG[A-Z]+|Internal Error)");

  /** A runtime that crashes writes a report of a few thousand lines before it ends. */
  private static final long DYING_NANOS = 5_000 * MILLI;

  /** A thousand rounds of a reference take 2 s, and 7 s were seen on a busy host. */
  private static final long ROUNDS_NANOS = 30_000 * MILLI;

  /** Fewer rounds between two counts tell a leak no more from a runtime that settles. */
  private static final int ROUNDS_TO_COUNT = 100;

  private final Scenario scenario;
  private final Cast cast;
  private final Hello hello;
  private final Subject subject;
  private final Scratch.Try folder;
  private final StageOptions options;
  private final HostWatch host;
  private final Hangs hangs;
  private final Bell bell = new Bell();
  private final List<EndRun> ends = new ArrayList<>();
  private final Map<String, EndRun> endsByName = new LinkedHashMap<>();
  private final Map<String, ObjectNode> channels = new LinkedHashMap<>();
  private final List<String> evidence = new ArrayList<>();
  private final List<Fall> fallen = new ArrayList<>();
  private final Counts counts = new Counts();
  private final HistoryWriter writer;
  private final LeakCheck leakCheck;
  private final Tally tally;
  private final Turns turns;
  private final Claims claims = new Claims(ends);
  private final Moves moves;
  private Map<String, StepRun> steps = Map.of();
  private String reason = "";
  private String slow = "";

  Trial(
      Scenario scenario,
      Cast cast,
      Hello hello,
      Subject subject,
      Scratch.Try folder,
      StageOptions options,
      HostWatch host,
      Hangs hangs,
      int number) {
    this.scenario = scenario;
    this.cast = cast;
    this.hello = hello;
    this.subject = subject;
    this.folder = folder;
    this.options = options;
    this.host = host;
    this.hangs = hangs;
    for (ChannelPlan plan : scenario.channels()) {
      channels.put(
          plan.name(),
          cast.channel(plan.name())
              .orElseGet(() -> Wire.channel(plan, folder.channel(plan.folder()))));
    }
    for (End end : scenario.ends()) {
      EndRun run =
          new EndRun(ends.size(), end, cast.of(end), "e" + ends.size() + "." + number, log(end));
      ends.add(run);
      endsByName.put(end.name(), run);
    }
    writer = new HistoryWriter(scenario, ends);
    leakCheck = new LeakCheck(cast, folder);
    tally = new Tally(scenario, cast, folder);
    turns = new Turns(() -> cast.peers().stream().map(Peer::worker).toList());
    moves = new Moves(scenario, cast, folder);
    if (scenario.surroundings().stream()
        .anyMatch(each -> each.conditions().contains(new Condition.OtherUser()))) {
      folder.openToAll();
    }
  }

  private Optional<PeerLog> log(End end) {
    if (!hello.log() || apart(end.process())) {
      return Optional.empty();
    }
    long room = 1024;
    for (Step step : scenario.steps()) {
      room += step.end().equals(end.name()) ? room(step.action()) : 0;
    }
    // Pages of the log that nobody touches cost nothing; beyond 4 million lines do.
    int records = (int) Math.min(room * scenario.rounds(), 4_000_000);
    return Optional.of(PeerLog.create(folder.logs().resolve(end.name()), records));
  }

  /** Another user, or who has a memory of its own or no descriptor left, cannot reach a log. */
  private boolean apart(String process) {
    return !scenario.around(process).isEmpty()
        || scenario.moves().stream()
            .anyMatch(
                move ->
                    move.deed() instanceof Move.Starve starve && starve.process().equals(process));
  }

  private static long room(Action action) {
    return switch (action) {
      case Action.Send send -> send.sizes().size();
      case Action.Receive receive -> 2L * Math.min(receive.count(), 1_000_000) + 1024;
      default -> 1;
    };
  }

  /** Plays it. */
  Played play() throws InterruptedException, CouldNotRun {
    long began = System.nanoTime();
    try {
      Striker striker = rounds();
      judgeProcesses();
      closeWhatIsLeft();
      return played(striker.records(), began);
    } finally {
      moves.close();
      ends.forEach(end -> end.log.ifPresent(PeerLog::close));
    }
  }

  private Striker rounds() throws InterruptedException {
    Striker last = new Striker(List.of(), steps, endsByName, blows(), bell);
    long began = System.nanoTime();
    for (int round = 1; round <= scenario.rounds(); round++) {
      steps = Player.round(ends, scenario);
      // Faults strike in the first round: afterwards their processes are no more the same.
      List<Fault> faults = round == 1 ? scenario.faults() : List.of();
      Striker striker = new Striker(faults, steps, endsByName, blows(), bell);
      last = round == 1 ? striker : last;
      if (round(striker)) {
        return last;
      }
      if (cast.peers().stream().anyMatch(Trial::fell)) {
        break;
      }
      tally.after(round);
      if (tooSlow(round, began)) {
        break;
      }
    }
    writer.read();
    return last;
  }

  private Blows blows() {
    return new Blows(cast, endsByName, host);
  }

  /** Plays a round; whether it was cut. */
  private boolean round(Striker striker) throws InterruptedException {
    Gates gates = new Gates(steps, host, moves);
    cast.peers().forEach(peer -> peer.listen(bell, striker::reached));
    striker.arm();
    Watchdog watchdog = watchdog();
    Player player =
        new Player(steps, channels, hello.manyThreads(), gates, striker, watchdog, counts, bell);
    Optional<String> cut;
    try {
      cut = player.play();
      if (cut.isPresent()) {
        cut(cut.get());
        slow = watchdog.slow() + where(watchdog);
      }
    } finally {
      striker.finish();
      writer.note(steps.values());
      claims.note(steps.values());
    }
    notDone(gates);
    moves.missed().ifPresent(gates::miss);
    if (reason.isEmpty() && !gates.missed().isEmpty()) {
      reason = String.join("; ", gates.missed());
    }
    watched = System.nanoTime();
    turns.look();
    if (cut.isPresent()) {
      writer.read();
      cast.peers().forEach(Peer::kill);
    }
    return cut.isPresent();
  }

  /** A peer that says that it could not do a step has not shown anything. */
  private void notDone(Gates gates) {
    for (StepRun run : steps.values()) {
      JsonNode reply = run.reply().orElse(Peer.command(""));
      if ((reply.has("error") || reply.has("unsupported")) && !abandoned(run.end)) {
        gates.miss("the peer could not do step " + run.step.id() + ": " + reply);
      }
      boolean notified = run.step.action() instanceof Action.Receive take && take.notified();
      if (notified && run.answered() && !reply.has("told")) {
        gates.miss("the peer did not wait to be told in step " + run.step.id());
      }
    }
  }

  private void cut(String why) {
    evidence.add("cut: " + why);
    evidence.addAll(Evidence.of(cast, subject.hosting() != Subject.Hosting.COMMAND, folder));
  }

  private Watchdog watchdog() {
    double factor = host.calibration();
    long bound = Long.parseLong(hello.profile().get(Promise.BOUND)) * MILLI;
    // Whatever must happen may take a second by the rules, or the bound if that is longer.
    long quiet = (long) (Math.max(bound, 1_000 * MILLI) * factor) + 2_500 * MILLI;
    long patience = Math.max((long) (options.patienceMs() * MILLI * factor), quiet);
    return new Watchdog(patience, quiet, host, hangs, turns);
  }

  /** Whether the rounds that are left would take too long; what is held by then is counted. */
  private boolean tooSlow(int round, long began) {
    double limit = ROUNDS_NANOS * host.calibration() + host.lostSince(began);
    if (round == scenario.rounds() || System.nanoTime() - began < limit) {
      return false;
    }
    slow = "only %d of %d rounds were over".formatted(round, scenario.rounds());
    slow += " in " + (System.nanoTime() - began) / MILLI + " ms";
    if (round - scenario.rounds() / 10 >= ROUNDS_TO_COUNT) {
      tally.count(round);
    }
    return true;
  }

  /** A process that ended by itself, or that talks nonsense, cannot be judged. */
  private void judgeProcesses() throws CouldNotRun, InterruptedException {
    for (Peer peer : cast.peers()) {
      if (fallen(peer)) {
        continue;
      }
      if (!peer.misuses().isEmpty()) {
        throw new CouldNotRun(
            "standard output carries the lines of the protocol and nothing else: process="
                + cast.name(peer)
                + " wrote "
                + peer.misuses().getFirst()
                + "; write to standard error instead");
      }
      // Its output ends a moment before it does.
      if (fell(peer) && peer.awaitEnd(ENDING_NANOS) && evidence.isEmpty()) {
        throw new CouldNotRun(
            "a peer lives until it is asked to end: process="
                + cast.name(peer)
                + " ended by itself, "
                + peer.ending()
                + Spares.said(peer)
                + "; whatever happens, report it and go on");
      }
    }
  }

  /** Whether a rogue made it end; a runtime that crashes has its last words on either output. */
  private boolean fallen(Peer peer) throws InterruptedException {
    boolean dying = moves.intruded() && (fell(peer) || !peer.misuses().isEmpty());
    if (!dying || !peer.awaitEnd(DYING_NANOS) || peer.struck() || !peer.fellByItself()) {
      return false;
    }
    Optional<String> crash = peer.misuses().stream().filter(CRASH.asPredicate()).findFirst();
    String how = crash.isPresent() ? ", and said " + crash.get() : Spares.said(peer);
    fallen.add(new Fall(cast.name(peer), peer.ending() + how));
    return true;
  }

  /** Whether it ended without a fault: in the rounds that remain nobody would answer. */
  private static boolean fell(Peer peer) {
    return !peer.struck() && peer.gone();
  }

  private void closeWhatIsLeft() throws InterruptedException {
    for (EndRun end : ends) {
      if (end.peer.fit() && end.leftOpen() && !closes(end)) {
        end.peer.spoil();
      }
    }
    // What was abandoned stays open for as long as its process lives.
    ends.stream().filter(this::abandoned).forEach(end -> end.peer.spoil());
    dismissThreads();
  }

  private boolean closes(EndRun end) throws InterruptedException {
    long began = System.nanoTime();
    if (hangs.known(CLOSE)) {
      return false;
    }
    boolean closed = end.peer.ask(end.command(CLOSE)).await(CLOSE_NANOS).isPresent();
    if (!closed && !end.peer.gone() && host.lostSince(began) < HostWatch.STALL_NANOS) {
      hangs.note(CLOSE);
    }
    return closed;
  }

  /** A closed end keeps its thread until it is abandoned; its name is not used again. */
  private void dismissThreads() throws InterruptedException {
    List<Call> farewells = new ArrayList<>();
    for (EndRun end : ends) {
      if (end.peer.fit() && hello.manyThreads()) {
        farewells.add(end.peer.ask(end.command("abandon")));
      }
    }
    for (Call farewell : farewells) {
      if (farewell.await(CLOSE_NANOS).isEmpty()) {
        farewell.peer.spoil();
      }
    }
  }

  private boolean abandoned(EndRun end) {
    return end.steps.stream().anyMatch(run -> run.step.action() instanceof Action.Abandon)
        || scenario.faults().stream()
            .anyMatch(f -> f.kind() == Fault.Kind.ABANDON && f.target().equals(end.plan.name()));
  }

  private Played played(List<FaultRecord> faults, long began) {
    Map<String, Integer> landed = new LinkedHashMap<>();
    for (FaultRecord fault : faults) {
      if (fault.landed()) {
        landed.merge(fault.fault().kind().name(), 1, Integer::sum);
      } else if (reason.isEmpty()) {
        reason = "fault " + fault.fault().name() + " did not land: " + fault.proof();
      }
    }
    List<String> leaks = leakCheck.leaks(ends);
    cast.peers().forEach(peer -> evidence.addAll(words(peer)));
    Operations operations = writer.operations();
    History history =
        new History(
            scenario,
            hello.profile(),
            operations,
            writer.steps(),
            faults,
            writer.capacities(),
            counts.dropped(),
            tally.censuses(),
            leaks,
            Math.max(host.lostSince(began), turns.lost()),
            host.calibration(),
            watched,
            moves.sights(),
            fallen,
            claims.all());
    return new Played(history, reason.isEmpty(), reason, evidence, landed, slow);
  }

  private String where(Watchdog watchdog) {
    String call = watchdog.slow();
    String frames = call.isEmpty() ? "" : CanaryWords.hangs(evidence, watchdog.thread());
    return frames.isEmpty() ? "" : "; it hangs in " + frames;
  }

  private List<String> words(Peer peer) {
    return evidence.isEmpty() ? peer.notes() : List.of();
  }
}
