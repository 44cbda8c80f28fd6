package dev.shisa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Fault files in one list.
 *
 * @param label names of the files
 * @param json the list
 * @param shortened durations that were too long for a bench, as {@code from -> to}
 */
record FaultList(String label, String json, Set<String> shortened) {
    private static final Duration LONGEST = Duration.ofSeconds(3);

    /** The fault files of a folder, by name. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    /** All entries of these files, an entry that stands twice once. */
    static FaultList of(List<Path> files) throws IOException {
        LinkedHashSet<JsonNode> entries = new LinkedHashSet<>();
        LinkedHashSet<String> shortened = new LinkedHashSet<>();
        for (Path file : files) {
            for (JsonNode entry : new YAMLMapper().readTree(Files.readString(file))) {
                for (String key : List.of("delay", "stall")) {
                    shorten(entry.path("effect"), key).ifPresent(shortened::add);
                }
                entries.add(entry);
            }
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        entries.forEach(list::add);
        return new FaultList(
                String.join(" + ",
                        files.stream().map(file -> file.getFileName().toString().replace(".yaml", "")).toList()),
                JsonMapper.builder().build().writeValueAsString(list), shortened);
    }

    private static Optional<String> shorten(JsonNode effect, String key) {
        if (effect instanceof ObjectNode node && node.has(key)
                && Duration.parse(node.path(key).asString()).compareTo(LONGEST) > 0) {
            String was = node.path(key).asString();
            node.put(key, LONGEST.toString());
            return Optional.of(key + " " + was + " -> " + LONGEST);
        }
        return Optional.empty();
    }

    boolean has(String word) {
        return json.contains(word);
    }
}
