/** Tests of the Graph adapter. */
@NullMarked
package dev.shisa.graph;

import org.jspecify.annotations.NullMarked;
