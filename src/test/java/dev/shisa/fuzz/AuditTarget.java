package dev.shisa.fuzz;

import dev.shisa.audit.AuditEntry;
import dev.shisa.audit.AuditLog;
import dev.shisa.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** The audit log of a store. */
final class AuditTarget extends ChainedFile<AuditEntry> {
    private final Store store;
    private final AuditLog log;
    private final Path file;

    AuditTarget() throws IOException {
        store = Store.open(scratch.folder().resolve("store"));
        file = store.root().resolve(AuditLog.FILE);
        log = new AuditLog(store, _ -> {
            throw new AssertionError("nobody else appends");
        });
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    protected Optional<List<AuditEntry>> read(Path other) throws IOException {
        Files.copy(other, file, StandardCopyOption.REPLACE_EXISTING);
        return log.read() instanceof AuditLog.Content.Verified verified
                ? Optional.of(verified.entries())
                : Optional.empty();
    }

    @Override
    protected void write(Path other, List<AuditEntry> records) throws IOException {
        Files.deleteIfExists(file);
        try {
            for (AuditEntry entry : records) {
                log.append(entry);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        if (Files.exists(file)) {
            Files.move(file, other);
        } else {
            Files.createFile(other);
        }
    }
}
