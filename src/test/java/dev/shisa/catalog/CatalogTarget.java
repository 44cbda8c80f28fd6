package dev.shisa.catalog;

import dev.shisa.fuzz.YamlText;
import dev.shisa.yaml.YamlDocument;
import java.util.Optional;

/** A catalog of commands. */
public final class CatalogTarget extends YamlText {

    /** Commands hold texts alone. */
    public CatalogTarget() {
        super(YamlDocument.Plain.TEXTS);
    }

    @Override
    public String name() {
        return "catalog";
    }

    @Override
    protected Optional<?> read(byte[] bytes) {
        return CatalogLoader.load(bytes, "commands.yaml") instanceof LoadedCatalog.Loaded loaded
                ? Optional.of(loaded.catalog().commands())
                : Optional.empty();
    }
}
