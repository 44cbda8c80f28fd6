/** Tests of signatures, most of them against the real ssh-keygen. */
@NullMarked
package dev.shisa.signature;

import org.jspecify.annotations.NullMarked;
