package org.ipctck.runner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ipctck.runner.exit.CannotGoOn;
import org.ipctck.runner.subject.Candidate;
import org.ipctck.runner.subject.ClassPathSubjects;
import org.ipctck.runner.subject.Distribution;
import org.ipctck.runner.subject.Reference;
import org.ipctck.runner.subject.Services;
import picocli.CommandLine.Option;

/** What is judged. */
final class SubjectOptions {
  @Option(
      names = "--transport",
      split = ",",
      paramLabel = "NAME",
      description = "transports by name, with commas between; of the class path, if one is given")
  private List<String> transports = new ArrayList<>();

  @Option(
      names = "--classpath",
      paramLabel = "PATH",
      description = "class path of Java transports; alone: every Transport service found on it")
  private String classpath = "";

  @Option(
      names = "--peer",
      paramLabel = "COMMAND",
      description = "command that starts a peer, words as in a shell; may be given several times")
  private List<String> peers = new ArrayList<>();

  @Option(names = "--image", hidden = true, paramLabel = "IMAGE")
  private String image = "";

  /** Refuses what cannot be meant. */
  void check() {
    if (!image.isEmpty()) {
      throw CannotGoOn.usage("--image comes with a later release; --peer starts a command");
    }
    if (classpath.isEmpty()) {
      transports.forEach(SubjectOptions::checkReference);
    } else {
      Services.entries(classpath);
    }
    if (peers.stream().anyMatch(peer -> peer.replaceAll("[\"']", " ").isBlank())) {
      throw CannotGoOn.usage(
          "--peer names a command: it is empty; such as --peer \"python3 p.py\"");
    }
  }

  /** The subjects that were asked for; none named: every reference implementation. */
  List<Candidate> candidates(Distribution distribution) {
    List<Candidate> found = new ArrayList<>();
    if (!classpath.isEmpty()) {
      List<Path> entries = Services.entries(classpath);
      found.addAll(ClassPathSubjects.find(distribution, entries, transports));
    } else {
      boolean all = transports.isEmpty() && peers.isEmpty();
      (all ? Reference.names() : transports)
          .stream()
              .flatMap(name -> Reference.find(name).stream())
              .map(Candidate::of)
              .forEach(found::add);
    }
    peers.stream().map(Candidate::started).forEach(found::add);
    return List.copyOf(found);
  }

  private static void checkReference(String name) {
    if (Reference.comesLater(name)) {
      throw CannotGoOn.usage(
          name
              + " comes with a later release; this one has "
              + String.join(", ", Reference.names()));
    }
    if (Reference.find(name).isEmpty()) {
      throw CannotGoOn.unknown(
          "transport",
          name,
          Reference.allNames(),
          "there are " + String.join(", ", Reference.names()) + "; --classpath names others");
    }
  }
}
