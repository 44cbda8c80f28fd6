package dev.shisa.run;

import dev.shisa.account.Observation;
import dev.shisa.site.Probe;

/** Tries the site's probes. */
@FunctionalInterface
public interface Prober {

    /** What a probe came to. */
    enum Answer {
        /** What it tries works. */
        PASSED,
        /** What it tries does not work. */
        FAILED,
        /** It did not answer, or not in time, or not in a known way. */
        NO_ANSWER
    }

    /**
     * Tries one probe on one account, within the probe's time.
     *
     * @throws InterruptedException when the thread is asked to stop while it waits
     */
    Answer ask(Probe probe, Observation account) throws InterruptedException;
}
