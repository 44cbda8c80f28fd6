/** Reads scripts and procedures, runs nothing, and says what is destructive in them. */
@NullMarked
package dev.shisa.lint;

import org.jspecify.annotations.NullMarked;
