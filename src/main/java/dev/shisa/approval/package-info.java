/** What another person signs before something is done, where it is kept, and the gate that asks whether enough people did. */
@NullMarked
package dev.shisa.approval;

import org.jspecify.annotations.NullMarked;
