package dev.shisa.sandbox.life;

import dev.shisa.sandbox.directory.ServicePlan;
import dev.shisa.sandbox.directory.Skus;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads a life file, strictly. */
final class LifeReader {

    private static final double FASTEST = 100_000;
    private static final double MOST_OFTEN = 10_000;
    private static final Duration LONGEST = Duration.ofDays(3650);
    private static final String USUAL_PLAN = "TEAMS1";

    private LifeReader() {
    }

    static LifeSettings read(JsonNode tree) throws LifeRefused {
        keys(tree, "the file", List.of("seed", "speed", "audit", "rates", "activation", "plan-retired"));
        double speed = tree.has("speed") ? number(tree.path("speed"), "speed", FASTEST) : 1;
        if (speed == 0) {
            throw new LifeRefused("speed must be greater than 0");
        }
        Duration activation = tree.has("activation")
                ? duration(tree.path("activation"), "activation")
                : Duration.ofHours(1);
        if (activation.isZero()) {
            throw new LifeRefused("activation must be longer than nothing");
        }
        return new LifeSettings(seed(tree), speed, audit(tree.path("audit")), rates(tree.path("rates")), activation,
                tree.has("plan-retired") ? Optional.of(retirement(tree.path("plan-retired"))) : Optional.empty());
    }

    private static long seed(JsonNode tree) throws LifeRefused {
        JsonNode seed = tree.has("seed") ? tree.path("seed") : JsonNodeFactory.instance.numberNode(1);
        if (!seed.isIntegralNumber() || !seed.canConvertToLong()) {
            throw new LifeRefused("seed must be a whole number");
        }
        return seed.asLong();
    }

    private static LifeSettings.Audit audit(JsonNode audit) throws LifeRefused {
        if (audit.isMissingNode()) {
            return LifeSettings.Audit.PROMPT;
        }
        keys(audit, "audit", List.of("delay", "missing", "silent"));
        if (audit.has("silent") && !audit.path("silent").isBoolean()) {
            throw new LifeRefused("audit silent must be true or false");
        }
        return new LifeSettings.Audit(
                audit.has("delay") ? duration(audit.path("delay"), "audit delay") : Duration.ZERO,
                audit.has("missing") ? number(audit.path("missing"), "audit missing", 1) : 0,
                audit.path("silent").asBoolean(false));
    }

    private static Map<Kind, Double> rates(JsonNode rates) throws LifeRefused {
        Map<Kind, Double> read = new EnumMap<>(Kind.class);
        if (rates.isMissingNode()) {
            return read;
        }
        keys(rates, "rates", List.of(Kind.values()).stream().map(Kind::label).toList());
        for (Map.Entry<String, JsonNode> rate : rates.properties()) {
            Kind kind = Kind.labelled(rate.getKey());
            if (kind != null) {
                read.put(kind, number(rate.getValue(), "the rate of " + kind.label(), MOST_OFTEN));
            }
        }
        return read;
    }

    private static LifeSettings.Retirement retirement(JsonNode retirement) throws LifeRefused {
        keys(retirement, "plan-retired", List.of("at", "plan"));
        JsonNode name = retirement.has("plan")
                ? retirement.path("plan")
                : JsonNodeFactory.instance.stringNode(USUAL_PLAN);
        ServicePlan plan = name.isString() ? Skus.planNamed(name.stringValue()) : null;
        if (plan == null) {
            throw new LifeRefused("plan-retired names a plan that no product of the sandbox has: " + name);
        }
        return new LifeSettings.Retirement(duration(retirement.path("at"), "plan-retired at"), plan.id());
    }

    private static double number(JsonNode node, String what, double most) throws LifeRefused {
        if (!node.isNumber() || !(node.asDouble() >= 0 && node.asDouble() <= most)) {
            throw new LifeRefused(what + " must be a number from 0 to " + (long) most);
        }
        return node.asDouble();
    }

    private static Duration duration(JsonNode node, String what) throws LifeRefused {
        LifeRefused wrong = new LifeRefused(what + " must be a duration such as PT2S, at most 3650 days");
        if (!node.isString()) {
            throw wrong;
        }
        try {
            Duration duration = Duration.parse(node.stringValue());
            if (!duration.isNegative() && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeException malformed) {
            wrong.addSuppressed(malformed);
        }
        throw wrong;
    }

    private static void keys(JsonNode node, String where, List<String> known) throws LifeRefused {
        if (!node.isObject()) {
            throw new LifeRefused(where + " must be a map of keys");
        }
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw new LifeRefused(
                        where + " has the unknown key '" + name + "'; known are " + String.join(", ", known));
            }
        }
    }
}
