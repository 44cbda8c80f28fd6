/** Tests of the way there and back. */
@NullMarked
package dev.shisa.rehearsal;

import org.jspecify.annotations.NullMarked;
