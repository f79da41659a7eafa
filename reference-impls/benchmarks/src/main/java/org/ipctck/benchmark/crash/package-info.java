/**
 * Kills and stops the ends of the ring in shared memory by the thousand, and counts what breaks.
 */
@NullMarked
package org.ipctck.benchmark.crash;

import org.jspecify.annotations.NullMarked;
