package dev.shisa.sandbox.fault;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the effect of an entry. */
final class EffectReader {

    private static final List<String> EFFECTS = List.of("status", "drop", "delay", "truncate", "lag", "body", "stall",
            "next_link", "repeat", "skip");

    private final EntryFields fields;
    private final boolean oneObject;

    /** For the effect of an entry whose match means requests for one object, or listings and what is below them. */
    EffectReader(EntryFields fields, boolean oneObject) {
        this.fields = fields;
        this.oneObject = oneObject;
    }

    Effect read(JsonNode effect) throws FaultsRefused {
        Set<String> known = new HashSet<>(EFFECTS);
        known.addAll(Set.of("when", "headers"));
        fields.keys(effect, known);
        List<String> kinds = effect.propertyNames().stream().filter(EFFECTS::contains).toList();
        if (kinds.isEmpty()) {
            throw fields.wrong("has none of the effects " + String.join(", ", EFFECTS));
        }
        if (kinds.size() > 1) {
            throw fields.wrong("has two effects, " + kinds.getFirst() + " and " + kinds.get(1));
        }
        String kind = kinds.getFirst();
        if (!kind.equals("status") && (effect.has("when") || effect.has("headers"))) {
            throw fields.wrong("has when or headers without status");
        }
        return effect(kind, effect);
    }

    private Effect effect(String kind, JsonNode effect) throws FaultsRefused {
        return switch (kind) {
            case "status" -> status(effect);
            case "drop" -> new Effect.Drop(fields.when(effect, kind));
            case "delay" -> new Effect.Delay(fields.duration(effect, kind));
            case "truncate" -> new Effect.Truncate(fields.wholeNumber(effect.path(kind), kind, 0));
            case "lag" -> new Effect.Lag(fields.duration(effect, kind), oneObject);
            case "body" -> new Effect.Body(content(effect.path(kind)));
            case "stall" -> new Effect.Stall(fields.duration(effect, kind));
            case "next_link" -> new Effect.NextLink(link(effect.path(kind)));
            case "repeat" -> new Effect.Repeat(fields.wholeNumber(effect.path(kind), kind, 1));
            case "skip" -> new Effect.Skip(fields.wholeNumber(effect.path(kind), kind, 1));
            default -> throw new IllegalStateException("an effect that is not read: " + kind);
        };
    }

    private Effect status(JsonNode effect) throws FaultsRefused {
        int status = fields.count(effect, "status").orElseThrow();
        if (status < 400 || status > 599) {
            throw fields.wrong("has a status that is no error: " + status);
        }
        Effect.When when = effect.has("when") ? fields.when(effect, "when") : Effect.When.BEFORE;
        return new Effect.Status(status, when, fields.headers(effect.path("headers")));
    }

    private Effect.Content content(JsonNode node) throws FaultsRefused {
        String wanted = fields.text(node, "body");
        for (Effect.Content content : Effect.Content.values()) {
            if (content.name().toLowerCase(Locale.ROOT).equals(wanted)) {
                return content;
            }
        }
        throw fields.wrong("needs empty, nul, html or cut for body");
    }

    private URI link(JsonNode node) throws FaultsRefused {
        String text = fields.text(node, "next_link");
        try {
            URI link = new URI(text);
            if (link.getHost() != null && Set.of("http", "https").contains(String.valueOf(link.getScheme()))) {
                return link;
            }
        } catch (URISyntaxException malformed) {
            throw fields.wrong("needs a whole http or https address for next_link, not " + malformed.getInput());
        }
        throw fields.wrong("needs a whole http or https address for next_link, not " + text);
    }
}
