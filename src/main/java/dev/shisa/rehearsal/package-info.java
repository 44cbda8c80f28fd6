/** Rehearsals: one account, there and back, judged; what comes out is evidence. */
@NullMarked
package dev.shisa.rehearsal;

import org.jspecify.annotations.NullMarked;
