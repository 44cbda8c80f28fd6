package dev.shisa.site;

import java.time.Duration;

/**
 * Upper bounds of what is waited for.
 *
 * @param within the longest wait for a change to become visible
 * @param reread the distance between two looks at the same thing
 */
public record Waits(Duration within, Duration reread) {
    /** How often a thing is looked at within the longest wait; at least once. */
    public int looks() {
        return (int) Math.max(1, within.dividedBy(reread)) + 1;
    }
}
