/** Targets, plans, loss tables, the undo planner. Pure: takes what was read and returns what would be done. */
@NullMarked
package dev.shisa.plan;

import org.jspecify.annotations.NullMarked;
