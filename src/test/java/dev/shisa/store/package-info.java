/** Tests of what is kept on disk. */
@NullMarked
package dev.shisa.store;

import org.jspecify.annotations.NullMarked;
