/** Snapshots of a whole tenant: taking them, proving that they are complete, keeping and comparing them. */
@NullMarked
package dev.shisa.snapshot;

import org.jspecify.annotations.NullMarked;
