/** Checks of what survives a death. */
@NullMarked
package org.ipctck.suite.crash;

import org.jspecify.annotations.NullMarked;
