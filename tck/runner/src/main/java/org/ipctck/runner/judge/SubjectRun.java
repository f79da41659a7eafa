package org.ipctck.runner.judge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.ipctck.report.Conformance;
import org.ipctck.report.Results;
import org.ipctck.report.Verdict;
import org.ipctck.requirement.Requirement;
import org.ipctck.runner.exit.ExitCode;
import org.ipctck.runner.record.CheckRecord;
import org.ipctck.runner.record.Json;
import org.ipctck.runner.record.Replay;
import org.ipctck.runner.subject.Candidate;
import org.ipctck.runner.verdict.KnownFailures;
import org.ipctck.runner.verdict.Ruling;
import org.ipctck.runner.verdict.SubjectVerdict;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.ipctck.stage.CouldNotRun;
import org.ipctck.stage.HostWatch;
import org.ipctck.stage.Stage;
import org.ipctck.stage.StageOptions;
import org.ipctck.suite.CheckInfo;
import org.ipctck.suite.CheckResult;
import org.ipctck.suite.Judgement;
import org.ipctck.suite.Listener;
import org.ipctck.suite.Plan;
import org.ipctck.suite.Player;

/** Judges one subject from its first process to its verdict. */
public final class SubjectRun {
  private final Task task;
  private final Candidate candidate;
  private final KnownFailures known;
  private final Screen screen;
  private final Interruption interruption;
  private final Numbers numbers;
  private final List<Judged.Named> replays = new ArrayList<>();
  private final List<CheckResult> finished = Collections.synchronizedList(new ArrayList<>());
  private final Set<String> judgedInPeace = ConcurrentHashMap.newKeySet();
  private volatile Optional<Player> playing = Optional.empty();

  /** A subject, and who is told how it goes on. */
  public SubjectRun(
      Task task,
      Candidate candidate,
      KnownFailures known,
      Screen screen,
      Interruption interruption,
      Numbers numbers) {
    this.task = task;
    this.candidate = candidate;
    this.known = known;
    this.screen = screen;
    this.interruption = interruption;
    this.numbers = numbers;
  }

  /** Opens a stage and judges. */
  public Judged judge() throws InterruptedException {
    screen.opening(candidate.label());
    try (Stage stage =
        Stage.open(candidate.hurried(task.distribution()), task.scratch(), StageOptions.usual())) {
      Judged judged = judge(new StagePlayer(stage, task::lacking), notes(stage.host()));
      HostWatch host = stage.host();
      return new Judged(judged.subject(), judged.exit(), judged.replays(), notes(host));
    } catch (CouldNotRun problem) {
      // Who is interrupted loses its processes, and that is nobody's fault.
      return couldNotRun(
          interruption.asked()
              ? "interrupted before it was judged"
              : String.valueOf(problem.getMessage()));
    }
  }

  private static Judged.HostNotes notes(HostWatch host) {
    return new Judged.HostNotes(host.calibration(), host.stalls(), host.longest() / 1_000_000);
  }

  /** Judges by what a player shows; tests have players without processes. */
  Judged judge(Player player, Judged.HostNotes host) {
    Profile profile = player.profile();
    screen.subject(profile.name(), task.depth().name().toLowerCase(Locale.ROOT), task.seed());
    playing = Optional.of(player);
    Ruling ruling = new Ruling(profile, known, task::lacking);
    return judged(play(player, ruling), profile, ruling, host);
  }

  /** What is known while it is still being judged; empty before its first check. */
  Optional<Judged> soFar() {
    return playing.map(Player::profile).map(this::soFar);
  }

  private Judged soFar(Profile profile) {
    Ruling ruling = new Ruling(profile, known, task::lacking);
    List<CheckResult> results = new ArrayList<>(List.copyOf(finished));
    Set<CheckInfo> done = results.stream().map(CheckResult::check).collect(Collectors.toSet());
    List<String> ids = possible(ruling);
    Judgement.checks().stream()
        .filter(check -> ids.contains(check.requirement()) && !done.contains(check))
        .map(CheckResult::interrupted)
        .forEach(results::add);
    return judged(results, profile, ruling, Judged.HostNotes.none());
  }

  private Judged judged(
      List<CheckResult> all, Profile profile, Ruling ruling, Judged.HostNotes host) {
    Map<String, List<CheckResult>> results =
        all.stream().collect(Collectors.groupingBy(CheckResult::requirement));
    List<Results.Requirement> requirements =
        task.requirements().stream()
            .map(
                each ->
                    ruling.on(each, checks(results.getOrDefault(each.id(), List.of()), profile)))
            .toList();
    SubjectVerdict verdict = SubjectVerdict.of(profile.name(), requirements, task.strict());
    ExitCode exit = interruption.asked() ? ExitCode.INTERRUPTED : verdict.exit();
    Results.Subject subject =
        new Results.Subject(
            profile.name(),
            profile.version(),
            profile.get(Promise.MECHANISM),
            hosting(),
            Json.tree(Replay.spelled(profile)),
            verdict.conformance(),
            verdict.sentence(),
            requirements);
    return new Judged(subject, exit, List.copyOf(replays), host);
  }

  private List<CheckResult> play(Player player, Ruling ruling) {
    List<String> ids = possible(ruling);
    Plan plan =
        Plan.of(task.depth(), task.seed())
            .only(check -> ids.contains(check.requirement()))
            .until(interruption::asked);
    Plan limited = task.budget().map(plan::within).orElse(plan);
    return Judgement.judge(player, limited, watching());
  }

  private List<String> possible(Ruling ruling) {
    return task.requirements().stream()
        .filter(each -> ruling.impossible(each).isEmpty())
        .map(Requirement::id)
        .toList();
  }

  /** The screen, and a note of what was judged before somebody interrupted. */
  private Listener watching() {
    return new Listener() {
      @Override
      public void planned(int checks) {
        screen.planned(checks);
      }

      @Override
      public void started(CheckInfo check) {
        screen.started(check);
      }

      @Override
      public void finished(CheckResult result) {
        if (!interruption.asked()) {
          judgedInPeace.add(result.requirement() + "/" + result.name());
        }
        finished.add(result);
        screen.finished(result);
      }
    };
  }

  private List<Results.Check> checks(List<CheckResult> results, Profile profile) {
    return results.stream().map(result -> check(result, profile)).toList();
  }

  private Results.Check check(CheckResult result, Profile profile) {
    String file = result.failure().map(failure -> record(result, profile)).orElse("");
    Results.Check check = CheckRecord.of(result, file);
    boolean inPeace = judgedInPeace.contains(result.requirement() + "/" + result.name());
    return inPeace ? check : honest(check);
  }

  /** Whoever is interrupted loses peers in the middle of a try: that is nobody's fault. */
  private Results.Check honest(Results.Check check) {
    if (!interruption.asked() || check.verdict() != Verdict.COULD_NOT_RUN) {
      return check;
    }
    return CheckRecord.with(check, Verdict.INCONCLUSIVE, "interrupted");
  }

  private String record(CheckResult result, Profile profile) {
    CheckInfo check = result.check();
    String file = "replays/" + numbers.next(check.requirement()) + ".json";
    result
        .failure()
        .ifPresent(
            failure ->
                replays.add(
                    new Judged.Named(
                        file,
                        new Replay(
                            Replay.SCHEMA,
                            org.ipctck.runner.record.Kit.VERSION,
                            check.requirement(),
                            check.name(),
                            task.seed(),
                            candidate,
                            Replay.spelled(profile),
                            failure.sentence(),
                            failure.scenario()))));
    return file;
  }

  private String hosting() {
    return switch (candidate.origin()) {
      case COMMAND -> "command";
      case REFERENCE, CLASSPATH, FAULTY -> candidate.runtime() ? "thread" : "jvm";
    };
  }

  private Judged couldNotRun(String why) {
    SubjectVerdict verdict = SubjectVerdict.couldNotRun(candidate.label(), why);
    screen.say(verdict.sentence());
    List<Results.Requirement> requirements =
        task.requirements().stream().map(each -> Ruling.unjudged(each, why)).toList();
    Results.Subject subject =
        new Results.Subject(
            candidate.label(),
            "",
            "",
            hosting(),
            Json.tree(Map.of()),
            Conformance.COULD_NOT_RUN,
            verdict.sentence(),
            requirements);
    ExitCode exit = interruption.asked() ? ExitCode.INTERRUPTED : verdict.exit();
    return new Judged(subject, exit, List.of(), Judged.HostNotes.none());
  }
}
