/** The adapter to the Exchange service: reads mailboxes, and cannot be told to do anything else. */
@NullMarked
package dev.shisa.exchange;

import org.jspecify.annotations.NullMarked;
