/** The run's write-ahead record: records, their text, and the fold that tells what state a run is in. Pure but for the log it is kept in. */
@NullMarked
package dev.shisa.journal;

import org.jspecify.annotations.NullMarked;
