package org.ipctck.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ipctck.history.Sight;
import org.ipctck.scenario.Condition;
import org.ipctck.scenario.Move;
import org.ipctck.scenario.Scenario;

/** Makes the moves of the kit when their time has come, and keeps what was seen. */
final class Moves implements AutoCloseable {
  /** Where links of the kit lead to: a folder that no channel uses. */
  private static final String ELSEWHERE = "elsewhere";

  private final Scenario scenario;
  private final Cast cast;
  private final Scratch.Try folder;
  private final Map<String, Sight> made = new LinkedHashMap<>();
  private final Map<String, NameWatch> watches = new LinkedHashMap<>();
  private final Map<String, List<Sight.Name>> lastNames = new HashMap<>();
  private final Set<String> memory = new TreeSet<>();
  private final Map<String, Descriptors> starved = new HashMap<>();
  private final Rogue rogue;

  Moves(Scenario scenario, Cast cast, Scratch.Try folder) {
    this.scenario = scenario;
    this.cast = cast;
    this.folder = folder;
    this.rogue = new Rogue(scenario.seed());
  }

  /** Makes every move that is due. */
  void look(Gates gates, Striker striker) {
    boolean moved = true;
    while (moved) {
      moved = false;
      for (Move move : scenario.moves()) {
        if (!over(move.name()) && gates.open(move.gate(), striker)) {
          made.put(move.name(), make(move));
          moved = true;
        }
      }
    }
  }

  /** Whether the move of this name was made. */
  boolean over(String move) {
    return made.containsKey(move);
  }

  /** Whether a gate of a move has to be looked at although nothing rings. */
  boolean needsLooking() {
    return scenario.moves().stream()
        .anyMatch(move -> !over(move.name()) && Gates.needsLooking(move.gate()));
  }

  private Sight make(Move move) {
    long begun = System.nanoTime();
    List<Sight.Name> names = new ArrayList<>();
    List<Sight.Held> held = new ArrayList<>();
    List<Sight.Socket> sockets = new ArrayList<>();
    String problem = "";
    try {
      switch (move.deed()) {
        case Move.Look any -> look(names, held, sockets);
        case Move.Watch any -> watches.put(move.name(), new NameWatch(folder.channels()));
        case Move.Put put -> put(put, names);
        case Move.Remove remove -> remove(remove, names);
        case Move.Starve starve -> starve(starve);
        case Move.Feed feed -> feed(feed.process());
        case Move.Intrude intrude -> intrude(intrude, names);
      }
    } catch (IOException e) {
      problem = "move " + move.name() + " could not be made: " + e;
    }
    return new Sight(move.name(), begun, System.nanoTime(), names, held, sockets, problem);
  }

  private void look(List<Sight.Name> names, List<Sight.Held> held, List<Sight.Socket> sockets) {
    names.addAll(Sights.names(folder.channels(), true));
    folder.lent().forEach(directory -> names.addAll(Sights.names(directory, true)));
    scenario.channels().forEach(plan -> remember(plan.name()));
    for (Peer peer : cast.peers()) {
      if (peer.alive()) {
        held.addAll(Sights.held(cast.name(peer), peer.worker()));
        sockets.addAll(Sockets.of(cast.name(peer), peer.worker()));
      }
    }
    held.forEach(this::rememberMemory);
    for (String path : memory) {
      Sights.name(folder.channels(), Path.of(path), false).ifPresent(names::add);
    }
  }

  /** Memory that has a name, and is not the kit's. */
  private void rememberMemory(Sight.Held held) {
    String target = held.target();
    if ((target.startsWith("/dev/shm/") || target.startsWith("/dev/mqueue/"))
        && !target.startsWith(folder.logs().toString())) {
      memory.add(target);
    }
  }

  /** Names that have gone are still known as those that a channel had. */
  private void remember(String channel) {
    List<Sight.Name> now = Sights.names(directory(channel), false);
    if (!now.isEmpty()) {
      lastNames.put(channel, now);
    }
  }

  private Path directory(String channel) {
    return folder.channel(scenario.channel(channel).folder());
  }

  private void put(Move.Put put, List<Sight.Name> names) throws IOException {
    List<Sight.Name> known = lastNames.getOrDefault(put.channel(), List.of());
    if (known.isEmpty()) {
      throw new IOException("the channel was never seen to have a name");
    }
    Path path = directory(put.channel()).resolve(known.get(put.place() % known.size()).path());
    Path elsewhere = Files.createDirectories(folder.channels().resolve(ELSEWHERE));
    Things.remove(path);
    Files.createDirectories(Objects.requireNonNull(path.getParent()));
    Things.put(put.thing(), path, elsewhere);
    Sights.name(folder.channels(), path, true).ifPresent(names::add);
    names.addAll(
        Sights.names(elsewhere, true).stream()
            .map(name -> Sights.name(folder.channels(), elsewhere.resolve(name.path()), true))
            .flatMap(Optional::stream)
            .toList());
  }

  private void remove(Move.Remove remove, List<Sight.Name> names) throws IOException {
    Path directory = directory(remove.channel());
    names.addAll(Sights.names(directory, false));
    for (Path path : Proc.list(directory)) {
      Things.remove(path);
    }
    if (names.isEmpty()) {
      throw new IOException("the channel has no name");
    }
  }

  /** What could be reached. Who is dead before cannot be hurt. */
  private void intrude(Move.Intrude intrude, List<Sight.Name> names) {
    boolean everybody = cast.peers().stream().allMatch(Peer::alive);
    List<Path> mapped =
        cast.peers().stream()
            .flatMap(peer -> Sights.held(cast.name(peer), peer.worker()).stream())
            .filter(held -> held.descriptor() < 0)
            .map(held -> Path.of(held.target()))
            .toList();
    for (Path path : Proc.list(directory(intrude.channel()))) {
      Optional<Sight.Name> name = Sights.name(folder.channels(), path, false);
      if (name.isPresent()
          && rogue.reach(path, name.get().type(), mapped.contains(path), intrude.what())
          && everybody) {
        names.add(name.get());
      }
    }
  }

  /** Whether the kit reached a channel as a rogue. */
  boolean intruded() {
    return scenario.moves().stream()
        .filter(move -> move.deed() instanceof Move.Intrude)
        .map(move -> made.get(move.name()))
        .anyMatch(sight -> sight != null && !sight.names().isEmpty());
  }

  private void starve(Move.Starve starve) throws IOException {
    for (Peer peer : cast.process(starve.process())) {
      Descriptors limit = Descriptors.of(peer.worker());
      // A runtime that could not load a part of itself then never tries again.
      peer.spoil();
      limit.leave(starve.spare());
      starved.put(starve.process(), limit);
    }
  }

  private void feed(String process) throws IOException {
    for (Peer peer : cast.process(process)) {
      if (peer.conditions().stream().anyMatch(each -> each instanceof Condition.SmallDisk)) {
        makeRoom(Path.of("/proc/" + peer.worker() + "/root" + folder.channels()));
      }
    }
    Descriptors limit = starved.remove(process);
    if (limit != null) {
      limit.restore();
    }
  }

  /** Removes what is only there to leave no room, on a disk that only the process sees. */
  private static void makeRoom(Path disk) throws IOException {
    for (Path path : Proc.list(disk)) {
      if (path.getFileName().toString().startsWith(Wrapping.BALLAST)) {
        Files.delete(path);
      }
    }
  }

  /** What was seen, in the order of the moves. */
  List<Sight> sights() {
    close();
    return made.values().stream().map(this::watched).toList();
  }

  private Sight watched(Sight sight) {
    NameWatch watch = watches.get(sight.move());
    return watch == null
        ? sight
        : new Sight(
            sight.move(),
            sight.begun(),
            System.nanoTime(),
            watch.seen(),
            List.of(),
            List.of(),
            sight.problem());
  }

  /** Why what was played is not what was meant; empty when it is. */
  Optional<String> missed() {
    for (Move move : scenario.moves()) {
      Sight sight = made.get(move.name());
      if (sight == null && move.deed() instanceof Move.Intrude && intruded()) {
        // Those before it have left nobody to be reached.
        continue;
      }
      if (sight == null) {
        return Optional.of("move " + move.name() + " never had its time");
      }
      if (!sight.problem().isEmpty()) {
        return Optional.of(sight.problem());
      }
    }
    return Optional.empty();
  }

  /** Ends every watch, and gives back what was taken. */
  @Override
  public void close() {
    watches.values().forEach(NameWatch::close);
    rogue.close();
    List.copyOf(starved.keySet())
        .forEach(
            process -> {
              try {
                feed(process);
              } catch (IOException gone) {
                // A process that is gone needs nothing back.
              }
            });
  }
}
