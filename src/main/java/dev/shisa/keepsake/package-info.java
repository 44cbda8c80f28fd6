/** What an account takes with it when it is changed, put by before the first request for it leaves, and the way back from there. */
@NullMarked
package dev.shisa.keepsake;

import org.jspecify.annotations.NullMarked;
