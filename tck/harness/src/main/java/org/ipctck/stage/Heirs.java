package org.ipctck.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ipctck.scenario.ChannelPlan;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Scenario;

/**
 * The cast of a subject whose ends are inherited: the first process of the scenario is the parent,
 * and starts every other with the ends that it plays.
 */
final class Heirs {
  private static final long START_NANOS = 20_000_000_000L;

  private final Scenario scenario;
  private final Spares spares;
  private final Subject subject;
  private final Scratch.Try folder;
  private final Cast cast = new Cast();
  private final Map<String, Heir> bodies = new LinkedHashMap<>();
  private final List<Peer> children = new ArrayList<>();

  private Heirs(Scenario scenario, Spares spares, Subject subject, Scratch.Try folder) {
    this.scenario = scenario;
    this.spares = spares;
    this.subject = subject;
    this.folder = folder;
  }

  /** Starts a family. */
  static Cast assemble(Scenario scenario, Spares spares, Subject subject, Scratch.Try folder)
      throws CouldNotRun, InterruptedException {
    Heirs heirs = new Heirs(scenario, spares, subject, folder);
    Peer parent = spares.take();
    try {
      heirs.family(parent);
      return heirs.cast;
    } catch (CouldNotRun | InterruptedException | RuntimeException e) {
      parent.spoil();
      spares.giveBack(parent);
      heirs.children.forEach(spares::discard);
      throw e;
    } finally {
      heirs.bodies.values().forEach(Heir::letGo);
    }
  }

  private void family(Peer parent) throws CouldNotRun, InterruptedException {
    List<String> processes = scenario.processes();
    Map<String, Peer> peers = new LinkedHashMap<>();
    peers.put(processes.getFirst(), parent);
    for (String process : processes.subList(1, processes.size())) {
      peers.put(process, start(parent, process));
    }
    ObjectNode down = Peer.command("handed-down");
    ends(down.putArray("kept"), processes.getFirst());
    answer(parent, down);
    for (Peer child : children) {
      spares.hello(child);
    }
    for (End end : scenario.ends()) {
      cast.play(end, peers.getOrDefault(end.process(), parent));
    }
  }

  private Peer start(Peer parent, String process) throws CouldNotRun, InterruptedException {
    Heir heir = expect(process);
    ObjectNode command = Peer.command("start");
    ArrayNode words = command.putArray("command");
    Nursery.childGuard().forEach(words::add);
    spares.own().forEach(words::add);
    ObjectNode environment = command.putObject("environment");
    subject.environment().forEach(environment::put);
    environment.put(Orphans.VARIABLE, Orphans.MARK);
    command.put("input", heir.inputPath());
    command.put("output", heir.outputPath());
    command.put("error", heir.errorPath());
    ends(command.putArray("ends"), process);
    long pid = answer(parent, command).path("pid").asLong(-1);
    if (pid <= 1) {
      throw new CouldNotRun("start answers the process id of the child: pid=" + pid);
    }
    heir.born(pid);
    Peer child = new Peer(heir);
    spares.adopt(child);
    children.add(child);
    return child;
  }

  private Heir expect(String process) throws CouldNotRun {
    try {
      Heir heir = Heir.expect(folder.logs(), "p" + bodies.size());
      bodies.put(process, heir);
      return heir;
    } catch (IOException e) {
      throw new CouldNotRun("the scratch directory must hold FIFOs: " + e.getMessage(), e);
    }
  }

  private JsonNode answer(Peer parent, ObjectNode command)
      throws CouldNotRun, InterruptedException {
    Optional<JsonNode> reply = parent.ask(command).await(START_NANOS);
    if (reply.isEmpty() || reply.get().has("error") || reply.get().has("unsupported")) {
      throw new CouldNotRun(
          "a peer whose ends are inherited answers "
              + command.path("do").asText()
              + ": "
              + reply.map(JsonNode::toString).orElse("no reply")
              + Spares.said(parent)
              + "; see Inheriting");
    }
    return reply.get();
  }

  private void ends(ArrayNode array, String process) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (End end : scenario.ends()) {
      int place = places.merge(end.channel() + end.side(), 1, Integer::sum) - 1;
      if (end.process().equals(process)) {
        ObjectNode node = array.addObject();
        ChannelPlan plan = scenario.channel(end.channel());
        node.set("channel", Wire.channel(plan, folder.channel(plan.folder())));
        node.put("side", end.side().name().toLowerCase(Locale.ROOT));
        node.put("place", place);
      }
    }
  }
}
