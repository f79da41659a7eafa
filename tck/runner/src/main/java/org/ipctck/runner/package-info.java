/** The command line: one class a command. */
@NullMarked
package org.ipctck.runner;

import org.jspecify.annotations.NullMarked;
