/** Draws scenarios with jqwik: traffic, faults, and the shapes that single requirements need. */
@NullMarked
package org.ipctck.suite.generate;

import org.jspecify.annotations.NullMarked;
