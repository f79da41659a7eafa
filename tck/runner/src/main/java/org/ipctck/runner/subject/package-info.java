/** What is judged: references of the distribution, transports on a class path, commands. */
@NullMarked
package org.ipctck.runner.subject;

import org.jspecify.annotations.NullMarked;
