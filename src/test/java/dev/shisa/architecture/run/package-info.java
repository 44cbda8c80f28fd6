/** A wrong tree for the architecture test. */
@NullMarked
package dev.shisa.architecture.run;

import org.jspecify.annotations.NullMarked;
