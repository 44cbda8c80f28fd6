/** A wrong tree for the architecture test. */
@NullMarked
package dev.shisa.architecture.graph;

import org.jspecify.annotations.NullMarked;
