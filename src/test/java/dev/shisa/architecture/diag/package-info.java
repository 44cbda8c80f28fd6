/** A wrong tree for the architecture test. */
@NullMarked
package dev.shisa.architecture.diag;

import org.jspecify.annotations.NullMarked;
