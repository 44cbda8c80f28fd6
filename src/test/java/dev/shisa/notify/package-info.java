/** Tests of the notices, and hooks as others may have them. */
@NullMarked
package dev.shisa.notify;

import org.jspecify.annotations.NullMarked;
