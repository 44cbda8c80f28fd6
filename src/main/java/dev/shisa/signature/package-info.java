/** SSH signatures and who may sign. Pure values; the JDK's own cryptography. */
@NullMarked
package dev.shisa.signature;

import org.jspecify.annotations.NullMarked;
