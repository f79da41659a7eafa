/** Judges subjects: opens a stage for each, and gathers what came of it. */
@NullMarked
package org.ipctck.runner.judge;

import org.jspecify.annotations.NullMarked;
