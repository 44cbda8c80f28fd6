package dev.shisa.sandbox.fault;

import dev.shisa.sandbox.wire.JsonValues;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The faults of a tenant, in the order of their file: of the disturbances the first that strikes wins, misbehaviours and
 * conditions hold all together.
 *
 * @param rules may be empty
 */
public record Faults(List<FaultRule> rules) {
    private static final YAMLMapper YAML = YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    public Faults {
        rules = List.copyOf(rules);
    }

    public static Faults none() {
        return new Faults(List.of());
    }

    /** Reads a fault list in YAML or JSON. An empty text is an empty list; an unknown key is refused. */
    public static Faults parse(String yamlOrJson) throws FaultsRefused {
        String text = yamlOrJson.strip();
        if (text.isEmpty()) {
            return none();
        }
        JsonNode tree;
        try {
            tree = text.startsWith("[") || text.startsWith("{")
                    ? JsonValues.read(text.getBytes(StandardCharsets.UTF_8))
                    : YAML.readTree(yamlOrJson);
        } catch (JacksonException malformed) {
            throw new FaultsRefused("the faults are neither YAML nor JSON: " + malformed.getOriginalMessage());
        }
        if (tree == null || tree.isMissingNode() || tree.isNull()) {
            return none();
        }
        if (!tree.isArray()) {
            throw new FaultsRefused("the faults must be a list");
        }
        List<FaultRule> rules = new ArrayList<>();
        for (JsonNode entry : tree) {
            FaultRule rule = new FaultReader(rules.size() + 1).read(entry);
            if (rule instanceof Condition condition) {
                refuseTwice(condition, rules);
            }
            rules.add(rule);
        }
        return new Faults(rules);
    }

    private static void refuseTwice(Condition condition, List<FaultRule> before) throws FaultsRefused {
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i) instanceof Condition earlier && earlier.subject().equals(condition.subject())) {
                throw new FaultsRefused("fault " + (before.size() + 1) + " states the condition " + condition.subject()
                        + " again, fault " + (i + 1) + " does already");
            }
        }
    }
}
