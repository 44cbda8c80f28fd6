package dev.shisa.catalog;

import dev.shisa.yaml.Findings;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.ShapeTrait;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns one entry into a {@link Command}. Where the entry has mistakes, a stand-in takes the place of what could not be read, so that the rest
 * can still be checked; such a command never leaves the loader, because its mistakes are among the findings.
 */
final class EntryReader {
    private static final Duration LONGEST = Duration.ofDays(3660);

    private final JsonNode entry;
    private final String pointer;
    private final Findings findings;

    EntryReader(JsonNode entry, String pointer, Findings findings) {
        this.entry = entry;
        this.pointer = pointer;
        this.findings = findings;
    }

    Command read() {
        return new Command(text(entry, "noun"), text(entry, "verb"), texts(entry, "summary"),
                Impact.parse(text(entry, "impact")).orElse(Impact.IRREVERSIBLE), texts(entry, "recovery"), targets(),
                list("choices", this::choice), list("parameters", this::parameter),
                list("preconditions", this::precondition), list("steps", this::step), effects(), shapedBy(),
                list("undo", this::undo), review(), CanonicalJson.digest(entry));
    }

    private <T> List<T> list(String key, BiFunction<JsonNode, String, T> read) {
        List<T> items = new ArrayList<>();
        for (JsonNode item : entry.path(key)) {
            items.add(read.apply(item, Findings.child(Findings.child(pointer, key), items.size())));
        }
        return items;
    }

    private Command.Targets targets() {
        JsonNode targets = entry.path("targets");
        Identity identity = text(targets, "identity").equals("soft-deleted") ? Identity.SOFT_DELETED : Identity.ACTIVE;
        return new Command.Targets(identity, optional(targets, "mailbox").map("present"::equals));
    }

    private Choice choice(JsonNode item, String place) {
        List<Choice.Option> options = item.path("options").valueStream()
                .map(o -> new Choice.Option(text(o, "name"), texts(o, "consequence"))).toList();
        return new Choice(text(item, "name"), options);
    }

    private Command.Parameter parameter(JsonNode item, String place) {
        return new Command.Parameter(text(item, "name"), texts(item, "meaning"));
    }

    private Command.DeclaredPrecondition precondition(JsonNode item, String place) {
        return new Command.DeclaredPrecondition(optional(item, "option"),
                Precondition.parse(text(item, "requires")).orElse(Precondition.MAILBOX_FROM_SKU));
    }

    private Step step(JsonNode item, String place) {
        JsonNode graph = item.path("graph");
        Optional<String> body = graph.has("body")
                ? Optional.of(JsonMapper.shared().writeValueAsString(graph.get("body")))
                : Optional.empty();
        return new Step(text(item, "name"), optional(item, "option"), text(graph, "method"), text(graph, "path"), body);
    }

    // An effect that cannot be read is left out: the mistake at its place keeps the checks from judging the rest without it.
    private List<Command.DeclaredEffect> effects() {
        return list("effects", this::effect).stream().flatMap(Optional::stream).toList();
    }

    private Optional<Command.DeclaredEffect> effect(JsonNode item, String place) {
        Duration within = span(item, "within", place, Duration.ZERO);
        Optional<Duration> after = optional(item, "after").map(_ -> span(item, "after", place, Duration.ofSeconds(1)));
        return ChangeReader.read(item, place, findings)
                .map(change -> new Command.DeclaredEffect(optional(item, "option"), change, within, after));
    }

    private Set<ShapeTrait> shapedBy() {
        EnumSet<ShapeTrait> traits = EnumSet.noneOf(ShapeTrait.class);
        entry.path("shaped_by").forEach(item -> ShapeTrait.parse(item.asString("")).ifPresent(traits::add));
        return traits;
    }

    private Command.Undo undo(JsonNode item, String place) {
        TreeSet<String> options = new TreeSet<>();
        item.path("options").forEach(option -> options.add(option.asString("")));
        return new Command.Undo(optional(item, "option"), text(item, "command"), options,
                span(item, "within", place, Duration.ofSeconds(1)), texts(item, "worth"));
    }

    private Command.Review review() {
        JsonNode review = entry.path("review");
        String place = Findings.child(pointer, "review");
        LocalDate on = day(review, "on", place);
        LocalDate expires = day(review, "expires", place);
        if (!findings.isTouched(place) && expires.isBefore(on)) {
            findings.at(Findings.child(place, "expires"), "the review expires before it was made");
        }
        return new Command.Review(text(review, "by"), on, expires, text(review, "reference"));
    }

    private Duration span(JsonNode owner, String key, String place, Duration least) {
        String at = Findings.child(place, key);
        String text = text(owner, key);
        if (isReported(owner, key, at)) {
            return least;
        }
        try {
            Duration span = Duration.parse(text);
            if (span.compareTo(least) < 0) {
                findings.at(at, "'" + text + "' is too short: at least " + least);
            } else if (span.compareTo(LONGEST) > 0) {
                findings.at(at, "'" + text + "' is longer than ten years");
            }
            return span;
        } catch (DateTimeException e) {
            findings.at(at, "'" + text + "' is not an ISO 8601 duration, such as PT10M or P30D");
            return least;
        }
    }

    private LocalDate day(JsonNode owner, String key, String place) {
        String at = Findings.child(place, key);
        if (isReported(owner, key, at)) {
            return LocalDate.EPOCH;
        }
        try {
            return LocalDate.parse(text(owner, key));
        } catch (DateTimeException e) {
            findings.at(at, "'" + text(owner, key) + "' is not an ISO 8601 date, such as 2026-11-22");
            return LocalDate.EPOCH;
        }
    }

    // What is missing or no text has been told by the schema.
    private boolean isReported(JsonNode owner, String key, String at) {
        return findings.isTouched(at) || !owner.path(key).isString();
    }

    private static String text(JsonNode owner, String key) {
        return owner.path(key).asString("");
    }

    private static Optional<String> optional(JsonNode owner, String key) {
        return owner.path(key).isString() ? Optional.of(text(owner, key)) : Optional.empty();
    }

    private static Texts texts(JsonNode owner, String key) {
        return new Texts(text(owner.path(key), "en"), text(owner.path(key), "ja"));
    }
}
