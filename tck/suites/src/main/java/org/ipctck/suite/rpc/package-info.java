/** Checks of contracts between programs: versions, layouts, calls. */
@NullMarked
package org.ipctck.suite.rpc;

import org.jspecify.annotations.NullMarked;
