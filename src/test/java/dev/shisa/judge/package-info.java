/** Tests of the judge, with literal scenes and with random ones. */
@NullMarked
package dev.shisa.judge;

import org.jspecify.annotations.NullMarked;
