/** Checks of what happens at the limit. */
@NullMarked
package org.ipctck.suite.backpressure;

import org.jspecify.annotations.NullMarked;
