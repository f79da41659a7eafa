/** What a vendor implements: one transport, two small ends, and the abilities that it offers. */
@NullMarked
package org.ipctck.spi;

import org.jspecify.annotations.NullMarked;
