/** Checks of opening, closing and what remains. */
@NullMarked
package org.ipctck.suite.lifecycle;

import org.jspecify.annotations.NullMarked;
