package dev.shisa.catalog;

import dev.shisa.yaml.YamlFile;
import dev.shisa.yaml.SchemaCheck;
import dev.shisa.yaml.Findings;
import dev.shisa.yaml.YamlDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Loads a catalog: all of it or nothing, and all mistakes at once. Whatever cannot be read, is not understood or declares less than its requests
 * do is a mistake. Stateless, safe for use by many threads.
 */
public final class CatalogLoader {
    private static final String RESOURCE = "commands.yaml";
    static final String SCHEMA = "commands.schema.json";

    private CatalogLoader() {
    }

    /** The catalog that the program was shipped with. */
    public static LoadedCatalog shipped() {
        try (InputStream in = CatalogLoader.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the program was built without " + RESOURCE);
            }
            return load(in.readAllBytes(), RESOURCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The catalog in that file. A file that cannot be read is a mistake, too. */
    public static LoadedCatalog load(Path file) {
        return load(YamlFile.open(file, YamlDocument.Plain.TEXTS));
    }

    /**
     * The catalog in that text.
     *
     * @param text the text of a catalog file
     * @param name what mistakes call it
     */
    public static LoadedCatalog load(String text, String name) {
        return load(text.getBytes(StandardCharsets.UTF_8), name);
    }

    static LoadedCatalog load(byte[] bytes, String name) {
        return load(YamlFile.read(bytes, name, YamlDocument.Plain.TEXTS));
    }

    private static LoadedCatalog load(YamlFile file) {
        Findings findings = file.findings();
        List<Command> commands = file.document().map(document -> read(document, findings)).orElseGet(List::of);
        return findings.isEmpty()
                ? new LoadedCatalog.Loaded(new Catalog(commands, file.digest()))
                : new LoadedCatalog.Mistakes(findings.sorted());
    }

    private static List<Command> read(JsonNode document, Findings findings) {
        SchemaCheck.check(document, findings, CatalogLoader.class, SCHEMA);
        List<Command> commands = new ArrayList<>();
        Map<String, Command> byName = new LinkedHashMap<>();
        // Above the bound the entries are not even looked at; the schema has said so.
        if (findings.isAt("") || findings.isAt("/commands")) {
            return commands;
        }
        for (JsonNode entry : document.path("commands")) {
            String pointer = "/commands/" + commands.size();
            Command command = new EntryReader(entry, pointer, findings).read();
            commands.add(command);
            if (byName.putIfAbsent(command.name(), command) != null) {
                findings.at(pointer + "/verb", "the command '" + command.name() + "' stands here twice");
            }
            check(command, pointer, findings);
        }
        UndoCheck undo = new UndoCheck(byName, findings);
        for (int i = 0; i < commands.size(); i++) {
            undo.check(commands.get(i), "/commands/" + i);
        }
        return commands;
    }

    private static void check(Command command, String pointer, Findings findings) {
        new EntryCheck(command, pointer, findings).check();
        // A decision is judged only by parts that were understood, else one mistake would be told as many.
        boolean understood = !findings.isAt(pointer)
                && Stream.of("choices", "parameters", "preconditions", "steps", "effects", "impact")
                        .noneMatch(part -> findings.isTouched(Findings.child(pointer, part)));
        if (understood) {
            new DecisionCheck(command, pointer, findings).check();
        }
    }
}
