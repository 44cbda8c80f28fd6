/** Tests of the work on one account. */
@NullMarked
package dev.shisa.execute;

import org.jspecify.annotations.NullMarked;
