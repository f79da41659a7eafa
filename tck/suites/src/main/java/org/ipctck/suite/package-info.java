/**
 * What every check stands on: the bench, the floors of each depth, and the judgement as a whole.
 */
@NullMarked
package org.ipctck.suite;

import org.jspecify.annotations.NullMarked;
