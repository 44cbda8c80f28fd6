/** The Graph v1.0 subset. */
@NullMarked
package dev.shisa.sandbox.graph;

import org.jspecify.annotations.NullMarked;
