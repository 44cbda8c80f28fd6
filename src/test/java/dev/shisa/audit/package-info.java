/** Tests of the audit log. */
@NullMarked
package dev.shisa.audit;

import org.jspecify.annotations.NullMarked;
