/** What is found in files, and that nothing in them breaks the reading. */
@NullMarked
package dev.shisa.document;

import org.jspecify.annotations.NullMarked;
