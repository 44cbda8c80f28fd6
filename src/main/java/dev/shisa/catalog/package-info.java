/** The command catalog: commands, choices, effects, contracts, steps and the effect floor. */
@NullMarked
package dev.shisa.catalog;

import org.jspecify.annotations.NullMarked;
