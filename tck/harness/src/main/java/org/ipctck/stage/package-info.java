/** Plays scenarios with real processes: the only place that waits, kills or touches files. */
@NullMarked
package org.ipctck.stage;

import org.jspecify.annotations.NullMarked;
