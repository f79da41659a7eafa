/** Throughput and round trips of each mechanism between two processes, beside C and Agrona. */
@NullMarked
package org.ipctck.benchmark.traffic;

import org.jspecify.annotations.NullMarked;
