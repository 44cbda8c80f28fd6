/** The control endpoints: the request log and the server's own truth. */
@NullMarked
package dev.shisa.sandbox.control;

import org.jspecify.annotations.NullMarked;
