/** A wrong tree for the architecture test. */
@NullMarked
package dev.shisa.architecture.judge;

import org.jspecify.annotations.NullMarked;
