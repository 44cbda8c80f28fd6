package dev.shisa.fuzz;

import dev.shisa.site.Bundle;
import dev.shisa.site.BundleReader;
import dev.shisa.yaml.YamlDocument;
import java.io.IOException;
import java.util.Optional;

/** A site bundle. */
final class SiteTarget extends YamlText {
    private final Scratch scratch = new Scratch();

    SiteTarget() {
        super(YamlDocument.Plain.NUMBERS);
    }

    @Override
    public String name() {
        return "site";
    }

    @Override
    protected Optional<?> read(byte[] bytes) throws IOException {
        scratch.file(Bundle.FILE, bytes);
        return BundleReader.read(scratch.folder()) instanceof Bundle.Intact intact
                ? Optional.of(intact.sites())
                : Optional.empty();
    }
}
