/** A wrong tree for the architecture test. */
@NullMarked
package dev.shisa.architecture.exchange;

import org.jspecify.annotations.NullMarked;
