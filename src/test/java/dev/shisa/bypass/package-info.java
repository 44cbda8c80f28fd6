/** Ways past a guard that somebody may try. Each is a row of a table, and the program in a process of its own refuses it without a write. */
@NullMarked
package dev.shisa.bypass;

import org.jspecify.annotations.NullMarked;
