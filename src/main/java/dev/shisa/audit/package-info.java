/** What was asked of shisa, by whom, and what became of it: the audit log of a store. */
@NullMarked
package dev.shisa.audit;

import org.jspecify.annotations.NullMarked;
