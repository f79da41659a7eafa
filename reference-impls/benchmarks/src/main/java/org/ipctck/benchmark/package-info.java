/** Measures what the kit and the reference implementations cost; see docs/performance.md. */
@NullMarked
package org.ipctck.benchmark;

import org.jspecify.annotations.NullMarked;
