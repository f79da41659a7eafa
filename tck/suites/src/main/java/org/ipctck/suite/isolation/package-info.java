/** Checks of what must not touch. */
@NullMarked
package org.ipctck.suite.isolation;

import org.jspecify.annotations.NullMarked;
