/** Tests. */
@NullMarked
package dev.shisa.yaml;

import org.jspecify.annotations.NullMarked;
