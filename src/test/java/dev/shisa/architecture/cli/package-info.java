/** A wrong tree for the architecture test. */
@NullMarked
package dev.shisa.architecture.cli;

import org.jspecify.annotations.NullMarked;
