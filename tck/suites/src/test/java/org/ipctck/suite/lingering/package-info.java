/** Checks that play nothing real, for the tests of the bench. */
@NullMarked
package org.ipctck.suite.lingering;

import org.jspecify.annotations.NullMarked;
