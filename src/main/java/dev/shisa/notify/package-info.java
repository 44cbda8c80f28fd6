/** What people elsewhere are told of a run, and the ways in which it reaches them; a way that fails never holds a run up. */
@NullMarked
package dev.shisa.notify;

import org.jspecify.annotations.NullMarked;
