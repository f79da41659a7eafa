package org.ipctck.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ipctck.scenario.ChannelPlan;
import org.ipctck.scenario.Condition;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Scenario;

/**
 * Starts families: the first process is the parent, and starts every other with the ends that it
 * will play.
 */
final class Heirs {
  private static final long START_NANOS = 20_000_000_000L;

  /**
   * A family that is going to be started.
   *
   * @param processes how many processes it has
   * @param copies the channels that are handed down
   * @param folder for its channels and for what the kit needs
   * @param around what differs around each process; empty where nothing differs around any
   */
  record Plan(
      int processes, List<Family.Copy> copies, Scratch.Try folder, List<List<Condition>> around) {
    /** What differs around a process. */
    List<Condition> around(int process) {
      return process < around.size() ? around.get(process) : List.of();
    }

    /** With the very channels of a scenario. */
    static Plan exactly(Scenario scenario, Scratch.Try folder) {
      Demand demand = Demand.of(scenario);
      List<Family.Copy> copies = new ArrayList<>();
      for (ChannelPlan plan : scenario.channels()) {
        Path directory = folder.channel(plan.folder());
        Demand.Shape shape = Objects.requireNonNull(demand.channels().get(plan.name()));
        copies.add(new Family.Copy(shape, Wire.channel(plan, directory), directory));
      }
      List<List<Condition>> around = scenario.processes().stream().map(scenario::around).toList();
      return new Plan(demand.processes(), copies, folder, around);
    }

    /** With channels of these shapes, each in a directory of its own. */
    static Plan copies(Assortment.Choice choice, Scratch.Try folder) {
      List<Family.Copy> copies = new ArrayList<>();
      for (Demand.Shape shape : choice.shapes()) {
        String name = "c" + copies.size();
        Path directory = folder.channel(name);
        copies.add(new Family.Copy(shape, Wire.channel(plan(shape, name), directory), directory));
      }
      return new Plan(choice.processes(), copies, folder, List.of());
    }

    private static ChannelPlan plan(Demand.Shape shape, String name) {
      Demand.Layout layout = shape.layout();
      int capacity = shape.limits().capacity();
      int bytes = shape.limits().maxBytes();
      return new ChannelPlan(
          name, 0, name, name, capacity, bytes, layout.senders(), layout.receivers());
    }
  }

  private final Plan plan;
  private final Spares spares;
  private final Subject subject;
  private final List<Heir> bodies = new ArrayList<>();
  private final List<Peer> members = new ArrayList<>();

  private Heirs(Plan plan, Spares spares, Subject subject) {
    this.plan = plan;
    this.spares = spares;
    this.subject = subject;
  }

  /** Starts a family. */
  static Family start(Plan plan, Spares spares, Subject subject)
      throws CouldNotRun, InterruptedException {
    Heirs heirs = new Heirs(plan, spares, subject);
    Peer parent = spares.take(plan.around(0), plan.folder().channels());
    heirs.members.add(parent);
    try {
      heirs.family(parent);
      return new Family(heirs.members, plan.folder(), plan.copies());
    } catch (CouldNotRun | InterruptedException | RuntimeException e) {
      parent.spoil();
      heirs.members.forEach(spares::giveBack);
      throw e;
    } finally {
      heirs.bodies.forEach(Heir::letGo);
    }
  }

  private void family(Peer parent) throws CouldNotRun, InterruptedException {
    for (int process = 1; process < plan.processes(); process++) {
      members.add(child(parent, process));
    }
    ObjectNode down = Peer.command("handed-down");
    ends(down.putArray("kept"), 0);
    answer(parent, down);
    for (Peer child : members.subList(1, members.size())) {
      spares.hello(child);
    }
  }

  private Peer child(Peer parent, int process) throws CouldNotRun, InterruptedException {
    Heir heir = expect(process);
    ObjectNode command = Peer.command("start");
    ArrayNode words = command.putArray("command");
    Nursery.childGuard().forEach(words::add);
    Wrapping.words(plan.around(process), plan.folder().channels()).forEach(words::add);
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
    Peer child = new Peer(heir, plan.around(process));
    spares.adopt(child);
    return child;
  }

  private Heir expect(int process) throws CouldNotRun {
    try {
      Heir heir = Heir.expect(plan.folder().logs(), "p" + process);
      bodies.add(heir);
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

  private void ends(ArrayNode array, int process) {
    for (Family.Copy copy : plan.copies()) {
      Map<End.Side, Integer> places = new EnumMap<>(End.Side.class);
      for (Demand.Hand hand : copy.shape().layout().hands()) {
        int place = places.merge(hand.side(), 1, Integer::sum) - 1;
        if (hand.process() == process) {
          ObjectNode node = array.addObject();
          node.set("channel", copy.channel());
          node.put("side", hand.side().name().toLowerCase(Locale.ROOT));
          node.put("place", place);
        }
      }
    }
  }
}
