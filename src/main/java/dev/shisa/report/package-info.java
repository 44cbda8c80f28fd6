/** One view of a run, shown as JSON and as Markdown. */
@NullMarked
package dev.shisa.report;

import org.jspecify.annotations.NullMarked;
