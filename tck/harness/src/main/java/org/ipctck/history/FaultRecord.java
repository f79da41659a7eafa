package org.ipctck.history;

import java.util.List;
import org.ipctck.fault.Fault;

/**
 * What became of a fault.
 *
 * @param fault the fault as planned
 * @param begun stamp before it was done, nanoseconds of the host's monotonic clock
 * @param done stamp after its proof was seen; {@link Operations#NEVER} when it never struck
 * @param healed stamp of its healing; {@link Operations#NEVER} when it has none
 * @param landed whether it is proved that it landed
 * @param proof how it is known, or why it did not land, in words
 * @param usages processor time of the ends of others while it lasted
 */
public record FaultRecord(
    Fault fault,
    long begun,
    long done,
    long healed,
    boolean landed,
    String proof,
    List<Usage> usages) {

  public FaultRecord {
    usages = List.copyOf(usages);
  }

  /** One during which nobody looked at processor times. */
  public FaultRecord(
      Fault fault, long begun, long done, long healed, boolean landed, String proof) {
    this(fault, begun, done, healed, landed, proof, List.of());
  }
}
