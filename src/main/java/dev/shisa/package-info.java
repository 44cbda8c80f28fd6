/** shisa: a guarded admin-command CLI for Microsoft 365. */
@NullMarked
package dev.shisa;

import org.jspecify.annotations.NullMarked;
