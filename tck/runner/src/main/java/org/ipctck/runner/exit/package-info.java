/** How a command ends: exit codes, and the sentences of what cannot go on. */
@NullMarked
package org.ipctck.runner.exit;

import org.jspecify.annotations.NullMarked;
