/** A wrong tree for the architecture test. */
@NullMarked
package dev.shisa.architecture.plan;

import org.jspecify.annotations.NullMarked;
