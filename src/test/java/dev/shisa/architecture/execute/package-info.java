/** A wrong tree for the architecture test. */
@NullMarked
package dev.shisa.architecture.execute;

import org.jspecify.annotations.NullMarked;
