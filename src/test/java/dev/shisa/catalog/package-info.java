/** Tests of the command catalog. */
@NullMarked
package dev.shisa.catalog;

import org.jspecify.annotations.NullMarked;
