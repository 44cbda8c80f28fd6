/** Diagnostics and exit statuses: how every refusal is worded and which code the process ends with. */
@NullMarked
package dev.shisa.diag;

import org.jspecify.annotations.NullMarked;
