package dev.shisa.policy;

import dev.shisa.yaml.Findings;
import dev.shisa.yaml.YamlFile;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads one case of a file that fits the schema. */
final class CaseReader {
    private final JsonNode entry;
    private final String pointer;
    private final YamlFile file;

    CaseReader(JsonNode entry, String pointer, YamlFile file) {
        this.entry = entry;
        this.pointer = pointer;
        this.file = file;
    }

    /** The case; empty when it has mistakes, and the findings say which. */
    Optional<PolicyCase> read() {
        Map<Variable, Object> given = new EnumMap<>(Variable.class);
        for (Map.Entry<String, JsonNode> value : entry.path("given").properties()) {
            String place = Findings.child(Findings.child(pointer, "given"), value.getKey());
            Optional<Variable> variable = Variable.parse(value.getKey());
            if (variable.isEmpty()) {
                file.findings().atKey(place, "there is no variable '" + value.getKey() + "'");
                continue;
            }
            variable.get().kind().read(value.getValue()).ifPresentOrElse(found -> given.put(variable.get(), found),
                    () -> file.findings().at(place, "this must be " + variable.get().kind().description()));
        }
        Optional<Double> amount = entry.has("amount")
                ? Optional.of((double) entry.path("amount").asLong())
                : Optional.empty();
        return file.findings().isTouched(pointer)
                ? Optional.empty()
                : Optional.of(new PolicyCase(entry.path("name").asString(), file.name(),
                        entry.path("policy").asString(), given,
                        entry.path("expect").asString(), amount,
                        entry.has("says") ? Optional.of(entry.path("says").asString()) : Optional.empty()));
    }
}
