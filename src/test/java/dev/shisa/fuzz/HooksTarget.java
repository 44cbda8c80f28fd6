package dev.shisa.fuzz;

import dev.shisa.notify.HooksFile;
import dev.shisa.yaml.YamlDocument;
import java.io.IOException;
import java.util.Optional;

/** The list of hooks. */
final class HooksTarget extends YamlText {
    private final Scratch scratch = new Scratch();

    HooksTarget() {
        super(YamlDocument.Plain.TEXTS);
    }

    @Override
    public String name() {
        return "hooks";
    }

    @Override
    protected Optional<?> read(byte[] bytes) throws IOException {
        return HooksFile.read(scratch.file(HooksFile.NAME, bytes)) instanceof HooksFile.Intact intact
                ? Optional.of(intact.hooks())
                : Optional.empty();
    }
}
