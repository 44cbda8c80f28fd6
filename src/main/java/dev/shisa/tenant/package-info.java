/** The port to a tenant: list, observe, apply one step; and its decorators. */
@NullMarked
package dev.shisa.tenant;

import org.jspecify.annotations.NullMarked;
