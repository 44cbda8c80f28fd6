package dev.shisa.bench;

/**
 * When a process is to be killed.
 *
 * @param from what the time is counted from
 * @param milliseconds machine time
 */
record KillMoment(From from, long milliseconds) {

    /** What the time of a kill is counted from. */
    enum From {
        /** The start of the process. */
        START,
        /** The first line that tells of a rehearsal, a baseline or a wave. */
        WRITING,
        /** The line that opens the last wave. */
        LAST_WAVE
    }
}
