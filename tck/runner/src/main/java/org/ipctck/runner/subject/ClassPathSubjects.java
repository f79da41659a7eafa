package org.ipctck.runner.subject;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ipctck.runner.exit.CannotGoOn;
import org.ipctck.runner.exit.ExitCode;

/** The subjects of a vendor's class path. */
public final class ClassPathSubjects {
  private ClassPathSubjects() {}

  /** Those of these names; without a name every service found. */
  public static List<Candidate> find(
      Distribution distribution, List<Path> classpath, List<String> wanted) {
    List<String> services = Services.transports(classpath);
    if (services.isEmpty()) {
      throw CannotGoOn.usage(
          "no transport is on the class path: it lacks a file"
              + " META-INF/services/org.ipctck.spi.Transport that names one");
    }
    Offered offered = Offered.ask(distribution, classpath);
    checkMade(offered);
    offered.names().forEach(name -> checkAlone(name, offered));
    List<Candidate> found = new ArrayList<>();
    for (int place = 0; place < offered.names().size(); place++) {
      String name = offered.names().get(place);
      if (wanted.isEmpty() || wanted.contains(name)) {
        found.add(Candidate.onClassPath(name, offered.runtime().get(place), classpath));
      }
    }
    if (offered.broken().isEmpty()) {
      wanted.forEach(name -> check(name, offered));
    } else {
      // One that cannot be made has no name: the stage will say what is wrong with it.
      List<String> missing = wanted.isEmpty() ? offered.broken() : missing(wanted, offered);
      missing.forEach(name -> found.add(Candidate.onClassPath(name, false, classpath)));
    }
    int answers = offered.names().size() + offered.broken().size();
    if (answers < services.size()) {
      // It ended the process that asked, and it will end those of the others as well.
      String silent = services.get(answers);
      String name = silent.substring(silent.lastIndexOf('.') + 1);
      found.add(Candidate.onClassPath(name, false, classpath));
    }
    return found;
  }

  /**
   * A peer makes every transport that it finds, so that none can be judged beside one that hangs.
   */
  private static void checkMade(Offered offered) {
    if (!offered.hanging().isEmpty()) {
      throw new CannotGoOn(
          ExitCode.COULD_NOT_RUN,
          "the constructor and profile() of an adapter do not wait: "
              + String.join(", ", offered.hanging())
              + "; mend it, or leave it off the class path");
    }
  }

  private static List<String> missing(List<String> wanted, Offered offered) {
    return wanted.stream().filter(name -> !offered.names().contains(name)).toList();
  }

  private static void checkAlone(String name, Offered offered) {
    if (Collections.frequency(offered.names(), name) > 1) {
      throw CannotGoOn.usage(
          "every transport on the class path has a name of its own: two profiles say name="
              + name
              + "; rename one, or leave it off the class path");
    }
  }

  private static void check(String name, Offered offered) {
    if (!offered.names().contains(name) && !offered.names().isEmpty()) {
      throw CannotGoOn.unknown(
          "transport", name, offered.names(), "the class path has " + offered.names());
    }
  }
}
