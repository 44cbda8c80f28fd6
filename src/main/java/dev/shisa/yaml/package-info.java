/** Files that people write: read strictly, every mistake with its place, all of them at once. */
@NullMarked
package dev.shisa.yaml;

import org.jspecify.annotations.NullMarked;
