/** Deterministic first contents of a tenant. */
@NullMarked
package dev.shisa.sandbox.seed;

import org.jspecify.annotations.NullMarked;
