/** Tests of reports. */
@NullMarked
package dev.shisa.report;

import org.jspecify.annotations.NullMarked;
