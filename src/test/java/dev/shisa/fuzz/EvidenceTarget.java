package dev.shisa.fuzz;

import dev.shisa.evidence.Evidence;
import dev.shisa.evidence.EvidenceFile;
import java.util.Optional;

/** Evidence of a rehearsal. */
final class EvidenceTarget extends SealedFile<Evidence> {
    @Override
    public String name() {
        return "evidence";
    }

    @Override
    protected Optional<Evidence> read(byte[] bytes) {
        return EvidenceFile.read(bytes);
    }

    @Override
    protected byte[] write(Evidence value) {
        return EvidenceFile.write(value);
    }
}
