/** Tests of the values. */
@NullMarked
package dev.shisa.account;

import org.jspecify.annotations.NullMarked;
