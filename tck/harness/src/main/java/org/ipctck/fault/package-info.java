/** What goes wrong on purpose: a kind, a target, a trigger and what heals it. */
@NullMarked
package org.ipctck.fault;

import org.jspecify.annotations.NullMarked;
