/** A wrong tree for the architecture test. */
@NullMarked
package dev.shisa.architecture.store;

import org.jspecify.annotations.NullMarked;
