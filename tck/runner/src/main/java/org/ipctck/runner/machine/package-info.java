/** What this machine can and cannot test, found out by trying. */
@NullMarked
package org.ipctck.runner.machine;

import org.jspecify.annotations.NullMarked;
