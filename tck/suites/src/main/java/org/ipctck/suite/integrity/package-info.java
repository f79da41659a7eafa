/** Checks of bytes and boundaries. */
@NullMarked
package org.ipctck.suite.integrity;

import org.jspecify.annotations.NullMarked;
