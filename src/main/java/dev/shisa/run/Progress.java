package dev.shisa.run;

/** What a run tells while it goes on. Implementations are called by one thread and must not throw. */
public interface Progress {

    /**
     * A wave begins.
     *
     * @param run name of the run
     * @param wave its number, from 1
     * @param waves how many there are
     * @param size targets in it
     */
    void waveOpened(String run, int wave, int waves, int size);

    /**
     * A gate spoke.
     *
     * @param wave the wave it stands behind
     * @param verdict what it said
     * @param done targets seen as declared so far
     * @param targets all targets
     */
    void gatePassed(int wave, String verdict, int done, int targets);

    /** Something worth knowing, in one sentence. */
    void note(String sentence);
}
