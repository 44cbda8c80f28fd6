/** A wrong tree for the architecture test. */
@NullMarked
package dev.shisa.architecture.account;

import org.jspecify.annotations.NullMarked;
