/** One account: look, intent, write, outcome, look again. The only holder of the right to write. */
@NullMarked
package dev.shisa.execute;

import org.jspecify.annotations.NullMarked;
