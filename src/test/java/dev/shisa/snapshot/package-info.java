/** Tests of snapshots. */
@NullMarked
package dev.shisa.snapshot;

import org.jspecify.annotations.NullMarked;
