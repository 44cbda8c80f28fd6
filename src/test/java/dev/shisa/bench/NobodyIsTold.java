package dev.shisa.bench;
import dev.shisa.text.Text;

import dev.shisa.run.Progress;

/** Hears everything and says nothing. */
final class NobodyIsTold implements Progress {
    @Override
    public void waveOpened(String run, int wave, int waves, int size, int onTheirWay, int exposure) {
    }

    @Override
    public void gatePassed(int wave, String verdict, Standing standing) {
    }

    @Override
    public void note(Text sentence) {
    }
}
