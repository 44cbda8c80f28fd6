package dev.shisa.operation;

import dev.shisa.execute.Halt;
import dev.shisa.store.SealedObject;
import dev.shisa.store.Store;
import dev.shisa.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Halts that somebody ordered from elsewhere: one file per run, and one for all of them. Whoever works asks for the files before every request,
 * so an order is heard by a process that was started long before, and by every later one until it is cleared.
 */
public final class Halts {
    private static final String ALL = "all";
    private final Store store;

    /** The halts of a store. */
    public Halts(Store store) {
        this.store = store;
    }

    /**
     * Orders a halt.
     *
     * @param run the run that is to halt; empty for every run
     * @param reason in the words of whoever orders it
     * @param by who that is
     * @param at local time
     */
    public void order(Optional<String> run, String reason, String by, Instant at) throws IOException {
        store.write(store.folder("halts").resolve(run.orElse(ALL) + ".json"), SealedObject.seal(SealedObject.object()
                .put("format_version", "1.0").put("reason", reason).put("by", by).put("at", at.toString())));
    }

    /**
     * Takes an order back.
     *
     * @return whether there was one
     */
    public boolean clear(Optional<String> run) throws IOException {
        return store.delete(store.folder("halts").resolve(run.orElse(ALL) + ".json"));
    }

    /** Why a run may not go on, who says so and since when; empty when it may. An order that cannot be read is an order. */
    public Optional<String> reason(String run) {
        return read(ALL).or(() -> read(run));
    }

    /** Why no run may go on; empty when nobody halted all of them. */
    public Optional<String> reasonForAll() {
        return read(ALL);
    }

    private Optional<String> read(String name) {
        Path file = store.root().resolve("halts").resolve(name + ".json");
        try {
            return store.read(file).map(bytes -> switch (SealedObject.open(bytes)) {
                case SealedObject.Content.Intact intact ->
                    Text.of("\"{0}\", by {1}, since {2}", intact.object().path("reason").asString(""),
                            intact.object().path("by").asString(""), intact.object().path("at").asString(""))
                            .toString();
                case SealedObject.Content.Altered altered ->
                    Text.of("an order that does not verify: {0}", altered.sentence()).toString();
            });
        } catch (IOException e) {
            return Optional.of(Text.of("an order that cannot be read: {0}", String.valueOf(e.getMessage())).toString());
        }
    }

    /** What stops a run: whoever works on it, or an order from elsewhere. */
    Halt of(String run, Halt operator) {
        return new Halt() {
            @Override
            public Optional<String> reason() {
                return operator.reason().or(() -> Halts.this.reason(run));
            }

            @Override
            public boolean isAtOnce() {
                return operator.isAtOnce();
            }
        };
    }
}
