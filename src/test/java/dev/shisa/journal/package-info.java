/** Tests of the journal. */
@NullMarked
package dev.shisa.journal;

import org.jspecify.annotations.NullMarked;
