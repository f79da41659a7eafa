/** Checks of order and delivery. */
@NullMarked
package org.ipctck.suite.ordering;

import org.jspecify.annotations.NullMarked;
