/** Plays the faulty transports: the test of the kit itself. */
@NullMarked
package org.ipctck.runner.selftest;

import org.jspecify.annotations.NullMarked;
