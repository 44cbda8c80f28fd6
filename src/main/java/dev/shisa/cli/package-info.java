/** The command line: what is typed becomes a request, what comes back is shown to people or machines. Decides nothing. */
@NullMarked
package dev.shisa.cli;

import org.jspecify.annotations.NullMarked;
