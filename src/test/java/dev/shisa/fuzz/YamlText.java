package dev.shisa.fuzz;

import dev.shisa.yaml.Mistake;
import dev.shisa.yaml.YamlDocument;
import dev.shisa.yaml.YamlFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file in YAML that a person writes. What it says must not depend on how YAML is written: as JSON it says the same. */
public abstract class YamlText implements FuzzTarget {
    private static final JsonMapper JSON = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private final YamlDocument.Plain plain;

    /** A file that may hold such plain words. */
    protected YamlText(YamlDocument.Plain plain) {
        this.plain = plain;
    }

    /** What it says; empty when it is refused. */
    protected abstract Optional<?> read(byte[] bytes) throws IOException;

    /** Whether a text says something twice, or says a second thing behind the first. */
    static boolean isAmbiguous(String text) {
        return YamlFile.read(text.getBytes(StandardCharsets.UTF_8), "input", YamlDocument.Plain.NUMBERS).findings()
                .sorted().stream().map(Mistake::sentence)
                .anyMatch(sentence -> sentence.contains("stands here twice") || sentence.contains("begins another"));
    }

    @Override
    public void accept(byte[] input) throws IOException {
        Optional<?> value = read(input);
        if (value.isPresent()) {
            JsonNode document = YamlFile.read(input, "input", plain).document()
                    .orElseThrow(() -> new AssertionError("a file is accepted that is no plain document"));
            byte[] json = JSON.writeValueAsString(document).getBytes(StandardCharsets.UTF_8);
            Oracle.same("the same as JSON says the same", value, read(json));
        }
    }
}
