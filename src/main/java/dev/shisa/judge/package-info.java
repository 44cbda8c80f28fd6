/** The pure function that judges every before and after: rehearsal, gate, final verification, undo. */
@NullMarked
package dev.shisa.judge;

import org.jspecify.annotations.NullMarked;
