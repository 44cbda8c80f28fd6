/** Tests of selections, plans and the way back. */
@NullMarked
package dev.shisa.plan;

import org.jspecify.annotations.NullMarked;
