@NullMarked
package dev.shisa.exchange;

import org.jspecify.annotations.NullMarked;
