/** The whole program from its command line, against sandbox tenants. */
@NullMarked
package dev.shisa.cli;

import org.jspecify.annotations.NullMarked;
