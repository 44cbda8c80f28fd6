/** Tests of evidence. */
@NullMarked
package dev.shisa.evidence;

import org.jspecify.annotations.NullMarked;
