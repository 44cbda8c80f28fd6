/** Tests of waves and gates. */
@NullMarked
package dev.shisa.run;

import org.jspecify.annotations.NullMarked;
