package dev.shisa.run;

import dev.shisa.text.Text;

/** What a run tells while it goes on. Implementations are called by one thread and must not throw. */
public interface Progress {

    /**
     * A wave begins.
     *
     * @param run name of the run
     * @param wave its number, from 1
     * @param waves how many there are
     * @param size targets in it
     * @param onTheirWay accounts of earlier waves that are not judged yet
     * @param exposure the most accounts that may be written and not judged
     */
    void waveOpened(String run, int wave, int waves, int size, int onTheirWay, int exposure);

    /**
     * How far a run is.
     *
     * @param done targets seen as declared so far
     * @param failed targets refused by the service, left alone because they changed, or found otherwise than declared
     * @param targets all targets
     * @param onTheirWay accounts that are not judged yet
     * @param exposureMax the most accounts so far that were written and not judged
     */
    record Standing(int done, int failed, int targets, int onTheirWay, int exposureMax) {
    }

    /**
     * A gate spoke.
     *
     * @param wave the wave it stands behind; 0 when it waited for what was still on its way
     * @param verdict what it said
     * @param standing how far the run is
     */
    void gatePassed(int wave, String verdict, Standing standing);

    /** Something worth knowing, in one sentence. */
    void note(Text sentence);
}
