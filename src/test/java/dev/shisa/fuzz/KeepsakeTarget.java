package dev.shisa.fuzz;

import dev.shisa.keepsake.Keepsake;
import dev.shisa.keepsake.KeepsakeLog;
import dev.shisa.store.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the accounts of a run take with them. */
final class KeepsakeTarget extends ChainedFile<Keepsake> {
    @Override
    public String name() {
        return "keepsake";
    }

    @Override
    protected Optional<List<Keepsake>> read(Path file) throws IOException {
        return KeepsakeLog.read(file, Disk.real()) instanceof KeepsakeLog.Content.Verified verified
                ? Optional.of(List.copyOf(verified.keepsakes().values()))
                : Optional.empty();
    }

    @Override
    protected void write(Path file, List<Keepsake> records) throws IOException {
        try (KeepsakeLog log = KeepsakeLog.open(file, Disk.real())) {
            for (Keepsake keepsake : records) {
                log.keep(keepsake);
            }
        }
    }
}
