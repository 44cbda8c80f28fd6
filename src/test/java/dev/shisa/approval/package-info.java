/** Tests of approvals. */
@NullMarked
package dev.shisa.approval;

import org.jspecify.annotations.NullMarked;
