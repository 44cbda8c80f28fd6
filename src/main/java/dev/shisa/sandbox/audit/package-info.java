/** The directory's audit log: which records a change leaves, and what they say. */
@NullMarked
package dev.shisa.sandbox.audit;

import org.jspecify.annotations.NullMarked;
