/** Every file that a person can hand in, held against what may come of it whatever its bytes are. */
@NullMarked
package dev.shisa.fuzz;

import org.jspecify.annotations.NullMarked;
