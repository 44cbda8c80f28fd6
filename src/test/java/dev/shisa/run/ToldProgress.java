package dev.shisa.run;
import dev.shisa.text.Text;

import java.util.ArrayList;
import java.util.List;

/** Keeps what it is told, one line each. */
final class ToldProgress implements Progress {
    final List<String> lines = new ArrayList<>();

    @Override
    public void waveOpened(String run, int wave, int waves, int size, int onTheirWay, int exposure) {
        lines.add("%s: wave %d of %d, %d targets, %d of %d on their way".formatted(run, wave, waves, size, onTheirWay,
                exposure));
    }

    @Override
    public void gatePassed(int wave, String verdict, Standing standing) {
        lines.add("gate %d %s: %d of %d done, %d on their way, at most %d".formatted(wave, verdict, standing.done(),
                standing.targets(), standing.onTheirWay(), standing.exposureMax()));
    }

    @Override
    public void note(Text sentence) {
        lines.add(sentence.toString());
    }
}
