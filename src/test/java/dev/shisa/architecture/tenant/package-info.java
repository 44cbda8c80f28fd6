/** A wrong tree for the architecture test. */
@NullMarked
package dev.shisa.architecture.tenant;

import org.jspecify.annotations.NullMarked;
