package org.ipctck.history;

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
 */
public record FaultRecord(
    Fault fault, long begun, long done, long healed, boolean landed, String proof) {}
