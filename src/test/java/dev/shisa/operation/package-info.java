/** Tests of the operations. */
@NullMarked
package dev.shisa.operation;

import org.jspecify.annotations.NullMarked;
