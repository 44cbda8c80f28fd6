/** Exchange Online's InvokeCommand, for cmdlets that only read. */
@NullMarked
package dev.shisa.sandbox.exchange;

import org.jspecify.annotations.NullMarked;
