/** HTTP, below any meaning: what was asked, what is answered. */
@NullMarked
package dev.shisa.sandbox.wire;

import org.jspecify.annotations.NullMarked;
