/** Files: atomic replacement, a chained append-only log, a lock. Knows no domain type. */
@NullMarked
package dev.shisa.store;

import org.jspecify.annotations.NullMarked;
