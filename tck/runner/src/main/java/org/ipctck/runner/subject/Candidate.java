package org.ipctck.runner.subject;

import java.nio.file.Path;
import java.util.List;
import org.ipctck.runner.exit.CannotGoOn;
import org.ipctck.stage.Subject;

/**
 * Something to be judged, and how its peers are started.
 *
 * @param origin where it comes from
 * @param name its name; empty until its hello says it
 * @param runtime whether all its ends live in one process
 * @param classpath of a vendor's transport
 * @param command of a peer, words as in a shell
 */
public record Candidate(
    Origin origin, String name, boolean runtime, List<String> classpath, String command) {

  /** Where a subject comes from. */
  public enum Origin {
    REFERENCE,
    CLASSPATH,
    COMMAND,
    FAULTY
  }

  public Candidate {
    classpath = List.copyOf(classpath);
  }

  /** A reference implementation. */
  public static Candidate of(Reference reference) {
    return new Candidate(
        Origin.REFERENCE, reference.subject(), reference.withinRuntime(), List.of(), "");
  }

  /** A transport on a vendor's class path; with an empty name the only one there. */
  public static Candidate onClassPath(String name, boolean runtime, List<Path> classpath) {
    List<String> words = classpath.stream().map(path -> path.toAbsolutePath().toString()).toList();
    return new Candidate(Origin.CLASSPATH, name, runtime, words, "");
  }

  /** A program in any language. */
  public static Candidate started(String command) {
    return new Candidate(Origin.COMMAND, "", false, List.of(), command);
  }

  /** A faulty transport of the distribution. */
  public static Candidate faulty(String name, boolean runtime) {
    return new Candidate(Origin.FAULTY, name, runtime, List.of(), "");
  }

  /** As the stage wants it. */
  public Subject subject(Distribution distribution) {
    return switch (origin) {
      case COMMAND -> Subject.command(command);
      case REFERENCE -> java(distribution.reference(reference()));
      case CLASSPATH -> java(distribution.beside(classpath.stream().map(Path::of).toList()));
      case FAULTY -> java(distribution.faulty());
    };
  }

  /** The same, with what makes its peers start sooner; only for what the kit brings itself. */
  public Subject hurried(Distribution distribution) throws InterruptedException {
    Subject subject = subject(distribution);
    return origin == Origin.REFERENCE && !runtime
        ? ClassCache.under(subject, distribution, distribution.reference(reference()), "")
        : subject;
  }

  private Subject java(List<Path> jars) {
    return Subject.java(name, jars, runtime ? Subject.Hosting.THREAD : Subject.Hosting.JVM);
  }

  private Reference reference() {
    return Reference.find(name)
        .orElseThrow(() -> CannotGoOn.usage("no such reference implementation: name=" + name));
  }

  /** What people are told when it is not known by name yet. */
  public String label() {
    return name.isEmpty() ? command.isEmpty() ? "the transport" : command : name;
  }
}
