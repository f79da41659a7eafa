/** What will happen: pure data that a generator draws, a stage plays and a replay file holds. */
@NullMarked
package org.ipctck.scenario;

import org.jspecify.annotations.NullMarked;
