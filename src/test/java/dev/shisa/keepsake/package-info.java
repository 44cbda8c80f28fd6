@NullMarked
package dev.shisa.keepsake;

import org.jspecify.annotations.NullMarked;
