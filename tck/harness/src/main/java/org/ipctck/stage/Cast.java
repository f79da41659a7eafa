package org.ipctck.stage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Promise;
import org.jspecify.annotations.Nullable;

/** Who plays what in one try: the processes of a scenario and the peers behind them. */
final class Cast {
  private final Map<String, Peer> byEnd = new LinkedHashMap<>();
  private final Map<String, Set<Peer>> byProcess = new LinkedHashMap<>();
  private final Map<String, ObjectNode> channels = new LinkedHashMap<>();
  private final List<Path> directories = new ArrayList<>();
  private final Optional<Family> family;

  Cast() {
    family = Optional.empty();
  }

  /** Of a family, which goes on after the try. */
  Cast(Family family) {
    this.family = Optional.of(family);
  }

  /** Uses a channel that was there before. */
  void lend(String channel, ObjectNode words, Path directory) {
    channels.put(channel, words);
    directories.add(directory);
  }

  /** A channel that was there before; empty when its ends make it. */
  Optional<ObjectNode> channel(String name) {
    return Optional.ofNullable(channels.get(name));
  }

  /** Where channels that were there before may put files. */
  List<Path> directories() {
    return directories;
  }

  /** The family that plays. */
  Optional<Family> family() {
    return family;
  }

  void play(End end, Peer peer) {
    byEnd.put(end.name(), peer);
    byProcess.computeIfAbsent(end.process(), name -> new LinkedHashSet<>()).add(peer);
  }

  /** The peer that plays an end. */
  Peer of(End end) {
    return Objects.requireNonNull(byEnd.get(end.name()));
  }

  /** The peers that play the ends of a process, one mostly. */
  List<Peer> process(String name) {
    return List.copyOf(byProcess.getOrDefault(name, Set.of()));
  }

  /** The name of the process that a peer plays first. */
  String name(Peer peer) {
    return byProcess.entrySet().stream()
        .filter(entry -> entry.getValue().contains(peer))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  /** Every peer once. */
  List<Peer> peers() {
    return new ArrayList<>(new LinkedHashSet<>(byEnd.values()));
  }

  /** How a subject's processes play a scenario. */
  static Cast assemble(
      Scenario scenario,
      Spares spares,
      Families families,
      Subject subject,
      Hello hello,
      Path directory)
      throws CouldNotRun, InterruptedException {
    // One process alone hands nothing down: it opens both ends of a channel itself.
    if (inherited(subject, hello) && scenario.processes().size() > 1) {
      return families.cast(scenario);
    }
    Cast cast = new Cast();
    Map<String, Peer> started = new LinkedHashMap<>();
    try {
      for (End end : scenario.ends()) {
        String key = key(end, subject, hello);
        @Nullable Peer playing = started.get(key);
        Peer peer =
            playing == null ? spares.take(scenario.around(end.process()), directory) : playing;
        started.put(key, peer);
        cast.play(end, peer);
      }
      return cast;
    } catch (CouldNotRun | InterruptedException e) {
      started.values().forEach(spares::giveBack);
      throw e;
    }
  }

  private static String key(End end, Subject subject, Hello hello) {
    if (oneForAll(subject, hello)) {
      return "";
    }
    return hello.manyThreads() ? end.process() : end.name();
  }

  /** Whether processes inherit their ends. */
  static boolean inherited(Subject subject, Hello hello) {
    return hello.abilities().contains("inheriting") && !oneForAll(subject, hello);
  }

  /** Whether one process plays all ends. */
  static boolean oneForAll(Subject subject, Hello hello) {
    return subject.hosting() == Subject.Hosting.THREAD
        || hello.profile().is(Promise.REACH, "runtime");
  }
}
