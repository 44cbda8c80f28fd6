/** A wrong tree for the architecture test. */
@NullMarked
package dev.shisa.architecture.sandbox;

import org.jspecify.annotations.NullMarked;
