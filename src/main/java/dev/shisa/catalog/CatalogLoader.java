package dev.shisa.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Loads a catalog: all of it or nothing, and all mistakes at once. Whatever cannot be read, is not understood or declares less than its requests
 * do is a mistake. Stateless, safe for use by many threads.
 */
public final class CatalogLoader {
    private static final int LARGEST = 1 << 20;
    private static final String RESOURCE = "commands.yaml";

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
        try (InputStream in = Files.newInputStream(file)) {
            return load(in.readNBytes(LARGEST + 1), file.toString());
        } catch (IOException e) {
            return fileMistake(file.toString(), "the file cannot be read: " + e.getMessage());
        }
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

    private static LoadedCatalog load(byte[] bytes, String name) {
        if (bytes.length > LARGEST) {
            return fileMistake(name, "the file is larger than " + LARGEST + " bytes");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return fileMistake(name, "the file is not UTF-8");
        }
        SourceText source = SourceText.of(name, text);
        Findings findings = new Findings(source);
        Optional<JsonNode> document = YamlDocument.read(source, findings);
        List<Command> commands = document.map(d -> read(d, findings)).orElseGet(List::of);
        return findings.isEmpty()
                ? new LoadedCatalog.Loaded(new Catalog(commands, CanonicalJson.digest(bytes)))
                : new LoadedCatalog.Mistakes(findings.sorted());
    }

    private static List<Command> read(JsonNode document, Findings findings) {
        SchemaCheck.check(document, findings);
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

    private static LoadedCatalog fileMistake(String name, String sentence) {
        return new LoadedCatalog.Mistakes(List.of(SourceText.of(name, "").mistake(Position.START, sentence)));
    }
}
