/** What rehearsals proved: evidence, its key, and what it covers. Pure values. */
@NullMarked
package dev.shisa.evidence;

import org.jspecify.annotations.NullMarked;
