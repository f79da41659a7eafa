/** From the verdicts of checks to those of requirements, subjects and the run. */
@NullMarked
package org.ipctck.runner.verdict;

import org.jspecify.annotations.NullMarked;
