package dev.shisa.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One command line in a process of its own, killed at a moment, at the latest when it has taken far too long. */
final class KilledProcess {
    /** Many times what any command line here takes. */
    static final long PATIENCE_SECONDS = 300;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * How it ended.
     *
     * @param code exit code
     * @param killed whether the kill came before the end
     * @param tooLate whether it was killed because it took far too long
     * @param lines what it wrote, as far as it came
     * @param spans milliseconds from each mark that it passed to its end
     */
    record End(int code, boolean killed, boolean tooLate, List<JsonNode> lines, Map<KillMoment.From, Long> spans) {

        /** The last line; a missing node when there is none. */
        JsonNode result() {
            return lines.isEmpty() ? JSON.missingNode() : lines.getLast();
        }

        /** What was said of errors, on one line. */
        String errors() {
            return String.join(" | ", lines.stream().filter(line -> line.path("type").asString("").equals("error"))
                    .map(line -> line.path("message").asString("") + " " + line.path("found").asString("")).toList());
        }
    }

    private final Spawned process;
    private final Optional<KillMoment> moment;
    private final Map<KillMoment.From, Long> marks = new EnumMap<>(KillMoment.From.class);
    private final List<JsonNode> lines = new ArrayList<>();
    private final AtomicBoolean struck = new AtomicBoolean();
    private final AtomicBoolean late = new AtomicBoolean();

    private KilledProcess(Spawned process, Optional<KillMoment> moment) {
        this.process = process;
        this.moment = moment;
    }

    /** Runs a line to its end, or to its kill. */
    static End run(Terminal terminal, List<String> words, Optional<KillMoment> moment) throws IOException {
        return new KilledProcess(Spawned.start(terminal.folder(), terminal.line(words)), moment).end();
    }

    private End end() throws IOException {
        pass(KillMoment.From.START);
        after(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS), late);
        String line = process.out().readLine();
        while (line != null) {
            read(line);
            line = process.out().readLine();
        }
        int code = process.code();
        long now = System.nanoTime();
        process.out().close();
        Map<KillMoment.From, Long> spans = new EnumMap<>(KillMoment.From.class);
        marks.forEach((from, at) -> spans.put(from, TimeUnit.NANOSECONDS.toMillis(now - at)));
        boolean bySignal = code > 128;
        return new End(code, bySignal && struck.get(), bySignal && late.get(), lines, spans);
    }

    private void read(String line) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JacksonException cut) {
            return;
        }
        lines.add(node);
        switch (node.path("type").asString("")) {
            case "note" -> pass(KillMoment.From.WRITING);
            case "wave" -> {
                pass(KillMoment.From.WRITING);
                if (node.path("wave").asInt() == node.path("waves").asInt()) {
                    pass(KillMoment.From.LAST_WAVE);
                }
            }
            default -> {
                // Nothing else says how far it has come.
            }
        }
    }

    private void pass(KillMoment.From mark) {
        if (marks.putIfAbsent(mark, System.nanoTime()) == null) {
            moment.filter(kill -> kill.from() == mark).ifPresent(kill -> after(kill.milliseconds(), struck));
        }
    }

    private void after(long milliseconds, AtomicBoolean why) {
        CompletableFuture.delayedExecutor(milliseconds, TimeUnit.MILLISECONDS).execute(() -> {
            if (!struck.get() && !late.get()) {
                why.set(true);
            }
            process.strike();
        });
    }
}
