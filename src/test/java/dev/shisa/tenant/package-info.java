/** Tests of the tenant port, with a tenant in memory. */
@NullMarked
package dev.shisa.tenant;

import org.jspecify.annotations.NullMarked;
