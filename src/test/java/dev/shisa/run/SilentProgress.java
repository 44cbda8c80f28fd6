package dev.shisa.run;

import dev.shisa.text.Text;

/** Is told everything and says nothing. */
final class SilentProgress implements Progress {
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
