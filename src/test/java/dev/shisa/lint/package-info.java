/** Tests of the linter. */
@NullMarked
package dev.shisa.lint;

import org.jspecify.annotations.NullMarked;
