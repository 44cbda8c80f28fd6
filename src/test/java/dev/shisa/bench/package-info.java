/** Benches: whole runs against sandbox tenants, held against the tenant's own truth. Started by the scripts in {@code bench/}, not by the tests. */
@NullMarked
package dev.shisa.bench;

import org.jspecify.annotations.NullMarked;
