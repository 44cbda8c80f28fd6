package dev.shisa.fuzz;

import dev.shisa.journal.Entry;
import dev.shisa.journal.Journal;
import dev.shisa.journal.RunState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The journal of a run. */
final class JournalTarget extends ChainedFile<Entry> {
    @Override
    public String name() {
        return "journal";
    }

    @Override
    protected Optional<List<Entry>> read(Path file) throws IOException {
        return Journal.read(file) instanceof Journal.Content.Verified verified
                ? Optional.of(verified.entries())
                : Optional.empty();
    }

    @Override
    protected void write(Path file, List<Entry> records) throws IOException {
        try (Journal journal = Journal.create(file)) {
            for (Entry entry : records) {
                journal.append(entry);
            }
        }
    }

    @Override
    protected void held(List<Entry> records) {
        try {
            RunState state = RunState.fold(records);
            Oracle.holds(state.pending() >= 0, "no run has fewer than no targets to go");
            Oracle.holds(state.pending() <= state.opened().targets(), "no run has more to go than it has targets");
        } catch (IllegalStateException e) {
            Oracle.holds(e.getMessage() != null, "what cannot have happened is refused with a sentence");
        }
    }
}
