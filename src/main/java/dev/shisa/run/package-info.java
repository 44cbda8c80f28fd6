/** Runs: waves, gates, exposure, the after-snapshot and the final judgement; undo. */
@NullMarked
package dev.shisa.run;

import org.jspecify.annotations.NullMarked;
