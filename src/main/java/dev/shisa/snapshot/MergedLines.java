package dev.shisa.snapshot;

import dev.shisa.account.ObservationLine;
import java.io.IOException;
import java.util.List;
import java.util.PriorityQueue;

/** Several sorted sources as one; lines of one id come in the order of their sources. Used by one thread. */
final class MergedLines implements Lines {
    private record Source(Lines lines, int number) {
    }

    private final List<Lines> all;
    private final PriorityQueue<Source> heads = new PriorityQueue<>(
            MergedLines::compare);
    private int begun;

    /** @param sources each sorted by id; closed with this */
    MergedLines(List<Lines> sources) {
        this.all = List.copyOf(sources);
    }

    private static int compare(Source one, Source other) {
        int order = ObservationLine.compareIds(one.lines.bytes(), one.lines.from(), other.lines.bytes(),
                other.lines.from());
        return order == 0 ? Integer.compare(one.number, other.number) : order;
    }

    @Override
    public boolean next() throws IOException {
        if (begun < all.size()) {
            for (; begun < all.size(); begun++) {
                goOn(new Source(all.get(begun), begun));
            }
        } else if (!heads.isEmpty()) {
            goOn(heads.remove());
        }
        return !heads.isEmpty();
    }

    private void goOn(Source source) throws IOException {
        if (source.lines.next()) {
            heads.add(source);
        }
    }

    private Lines head() {
        return heads.element().lines;
    }

    @Override
    public byte[] bytes() {
        return head().bytes();
    }

    @Override
    public int from() {
        return head().from();
    }

    @Override
    public int to() {
        return head().to();
    }

    @Override
    public void close() throws IOException {
        IOException failed = null;
        for (Lines lines : all) {
            try {
                lines.close();
            } catch (IOException e) {
                failed = e;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
