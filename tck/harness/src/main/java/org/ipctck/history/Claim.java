package org.ipctck.history;

import java.util.List;

/**
 * Who is at the other side, as an end says, and as the kernel says.
 *
 * @param end the name of the end that was asked
 * @param said who it says is there; its process has no name in the scenario
 * @param others those whose ends were open at the other side, by the kernel, as the kit sees them
 */
public record Claim(String end, Who said, List<Who> others) {

  public Claim {
    others = List.copyOf(others);
  }

  /**
   * A process and its rights.
   *
   * @param process its name in the scenario, empty when it is only told of
   * @param user its effective user id
   * @param group its effective group id
   * @param id its process id
   */
  public record Who(String process, long user, long group, long id) {

    /** Whether both are the same process with the same rights. */
    public boolean is(Who other) {
      return user == other.user && group == other.group && id == other.id;
    }
  }
}
