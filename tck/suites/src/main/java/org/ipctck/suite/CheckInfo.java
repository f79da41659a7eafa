package org.ipctck.suite;

import java.lang.reflect.Method;
import java.util.List;

/**
 * A check that this kit has.
 *
 * @param requirement the id of its requirement
 * @param name the name of its method, a whole statement
 * @param kind the evidence that it gathers
 * @param suite the name of its class
 * @param needs what it needs of the profile beyond its requirement
 * @param means what the machine must offer beyond what its requirement asks for
 * @param threads whether ends must be reachable while an operation of them is open
 * @param depth the least depth at which it is played
 * @param uniqueId its id on the JUnit platform
 */
public record CheckInfo(
    String requirement,
    String name,
    Check.Kind kind,
    String suite,
    List<String> needs,
    List<String> means,
    boolean threads,
    Depth depth,
    String uniqueId) {

  static CheckInfo of(Method method, String uniqueId) {
    Check check = method.getAnnotation(Check.class);
    return new CheckInfo(
        method.getAnnotation(Requirement.class).value(),
        method.getName(),
        check.value(),
        method.getDeclaringClass().getName(),
        List.of(check.needs()),
        List.of(check.means()),
        check.threads(),
        check.depth(),
        uniqueId);
  }

  /** As {@code ORD-1/messagesArriveInTheOrderTheyWereAccepted}. */
  public String path() {
    return requirement + "/" + name;
  }
}
