package dev.shisa.lint;

import dev.shisa.yaml.YamlDocument;
import dev.shisa.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The table that the program was shipped with, read when it is first asked for. */
final class ShippedCmdlets {
    private static final String RESOURCE = "cmdlets.yaml";
    static final CmdletTable TABLE = read();

    private ShippedCmdlets() {
    }

    private static CmdletTable read() {
        return switch (CmdletLoader.ofChecked(file()).load()) {
            case LoadedCmdlets.Loaded(CmdletTable table) -> table;
            case LoadedCmdlets.Mistakes(var mistakes) ->
                throw new IllegalStateException("the program was built with a broken table of cmdlets: "
                        + mistakes.getFirst().render());
        };
    }

    private static YamlFile file() {
        try (InputStream in = ShippedCmdlets.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the program was built without " + RESOURCE);
            }
            return YamlFile.read(in.readAllBytes(), RESOURCE, YamlDocument.Plain.NUMBERS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
