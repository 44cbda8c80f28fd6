/** What every entrance goes through: planning, settling refusals, rehearsing, running, undoing; and where their files lie. */
@NullMarked
package dev.shisa.operation;

import org.jspecify.annotations.NullMarked;
