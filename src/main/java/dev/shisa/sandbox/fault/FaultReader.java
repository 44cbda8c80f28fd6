package dev.shisa.sandbox.fault;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads one entry of a fault file, strictly. */
final class FaultReader {

    private final EntryFields fields;

    /** For the entry of that number, from 1. */
    FaultReader(int number) {
        this.fields = new EntryFields(number);
    }

    FaultRule read(JsonNode entry) throws FaultsRefused {
        if (!entry.isObject()) {
            throw fields.wrong("is not a map of keys");
        }
        if (entry.has("condition")) {
            return new ConditionReader(fields).read(entry);
        }
        if (entry.has("misbehave")) {
            return breach(entry);
        }
        fields.keys(entry, Set.of("match", "effect"));
        if (!entry.path("effect").isObject()) {
            throw fields.wrong("has no effect");
        }
        return disturbance(entry.path("match"), entry.path("effect"));
    }

    private FaultRule breach(JsonNode entry) throws FaultsRefused {
        fields.keys(entry, Set.of("misbehave", "from"));
        Misbehaviour kind = Misbehaviour.labelled(fields.text(entry.path("misbehave"), "misbehave"));
        if (kind == null) {
            throw fields.wrong("does not know the misbehaviour '" + entry.path("misbehave").asString("") + "'");
        }
        return new FaultRule.Breach(kind, fields.count(entry, "from").orElse(1));
    }

    private FaultRule disturbance(JsonNode match, JsonNode effect) throws FaultsRefused {
        if (!match.isMissingNode() && !match.isObject()) {
            throw fields.wrong("has a match that is not a map of keys");
        }
        fields.keys(match, Set.of("method", "path", "account", "nth", "from", "every", "probability", "seed"));
        String path = fields.optionalText(match, "path");
        String account = fields.optionalText(match, "account");
        boolean oneObject = path == null ? account != null : !path.contains("**");
        return new FaultRule.Disturbance(fields.optionalText(match, "method"),
                path == null ? null : PathPattern.of(path), account, fields.count(match, "nth"),
                fields.count(match, "from"), fields.count(match, "every"), fields.probability(match),
                fields.seed(match), new EffectReader(fields, oneObject).read(effect));
    }
}
