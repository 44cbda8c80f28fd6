package dev.shisa.sandbox.life;

import dev.shisa.sandbox.wire.JsonValues;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * How a tenant lives.
 *
 * @param seed       the same seed draws the same events
 * @param speed      events come this many times as often as the rates say; greater than 0
 * @param audit      how the directory's log tells of what happens
 * @param rates      events per 1,000 accounts and hour, of every kind; 0: never
 * @param activation how long an activated role is held at speed 1
 * @param retirement the service plan that is retired once, if any
 */
public record LifeSettings(long seed, double speed, Audit audit, Map<Kind, Double> rates, Duration activation,
        Optional<Retirement> retirement) {
    private static final YAMLMapper YAML = YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * How the directory's log tells of what happens.
     *
     * @param delay   from an event to the moment when its record can be read
     * @param missing share of the life's events of which no record ever appears, 0 to 1
     * @param silent  the log answers empty, whatever happened
     */
    public record Audit(Duration delay, double missing, boolean silent) {

        /** Every record, at once. */
        public static final Audit PROMPT = new Audit(Duration.ZERO, 0, false);
    }

    /**
     * A service plan that leaves every product at once.
     *
     * @param at   counted from the tenant's start
     * @param plan the plan's id
     */
    public record Retirement(Duration at, String plan) {
    }

    public LifeSettings {
        Map<Kind, Double> all = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            all.put(kind, rates.getOrDefault(kind, kind.usualRate()));
        }
        rates = Map.copyOf(all);
    }

    double rate(Kind kind) {
        return rates.getOrDefault(kind, 0.0);
    }

    /** Reads a life file in YAML or JSON. An empty text is a life as usual; an unknown key is refused. */
    public static LifeSettings parse(String yamlOrJson) throws LifeRefused {
        String text = yamlOrJson.strip();
        JsonNode tree;
        try {
            tree = text.isEmpty() || text.startsWith("{")
                    ? JsonValues.read((text.isEmpty() ? "{}" : text).getBytes(StandardCharsets.UTF_8))
                    : YAML.readTree(yamlOrJson);
        } catch (JacksonException malformed) {
            throw new LifeRefused("it is neither YAML nor JSON: " + malformed.getOriginalMessage());
        }
        return LifeReader.read(tree);
    }
}
