package dev.shisa.policy;

import dev.shisa.catalog.Texts;
import dev.shisa.diag.ExitStatus;
import dev.shisa.yaml.Findings;
import dev.shisa.yaml.YamlFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads one policy of a file that fits the schema. */
final class PolicyReader {
    private static final List<String> RULES = List.of("require", "approvals", "exposure", "writes_per_second");
    private static final List<String> REQUIRE_ONLY = List.of("refuse_as", "message", "waivable");

    private final JsonNode entry;
    private final String pointer;
    private final YamlFile file;
    private final Findings findings;
    private final Map<String, Kind> known = new LinkedHashMap<>();

    PolicyReader(JsonNode entry, String pointer, YamlFile file) {
        this.entry = entry;
        this.pointer = pointer;
        this.file = file;
        this.findings = file.findings();
    }

    /** The policy; empty when it has mistakes, and the findings say which. */
    Optional<Policy> read() {
        List<String> rules = RULES.stream().filter(entry::has).toList();
        if (rules.size() != 1) {
            findings.atKey(pointer, "exactly one of " + String.join(", ", RULES) + " has to stand here");
            return Optional.empty();
        }
        Optional<Expression> when = entry.has("when")
                ? expression("when", entry.path("when"), Findings.child(pointer, "when"), Kind.BOOL)
                : Optional.empty();
        Map<String, Expression> values = values();
        Optional<Rule> rule = rule(rules.getFirst());
        return findings.isTouched(pointer)
                ? Optional.empty()
                : rule.map(its -> new Policy(entry.path("name").asString(), file.name(), texts("summary"), when, values,
                        its));
    }

    private Map<String, Expression> values() {
        Map<String, Expression> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> value : entry.path("values").properties()) {
            String place = Findings.child(Findings.child(pointer, "values"), value.getKey());
            switch (Expression.compile(value.getValue().asString(), known)) {
                case Expression.Compiled.Fitting fitting -> {
                    values.put(value.getKey(), fitting.expression());
                    known.put(value.getKey(), fitting.expression().kind());
                }
                case Expression.Compiled.Unfitting not -> findings.at(place, not.sentence());
            }
        }
        return values;
    }

    private Optional<Rule> rule(String word) {
        String place = Findings.child(pointer, word);
        JsonNode text = entry.path(word);
        if (!word.equals("require")) {
            REQUIRE_ONLY.stream().filter(entry::has)
                    .forEach(key -> findings.atKey(Findings.child(pointer, key),
                            "'" + key + "' goes with 'require' only"));
        }
        return switch (word) {
            case "require" -> require(expression(word, text, place, Kind.BOOL));
            case "approvals" -> expression(word, text, place, Kind.INT).map(Rule.Approvals::new);
            case "exposure" -> expression(word, text, place, Kind.INT).map(Rule.Exposure::new);
            default -> expression(word, text, place, Kind.DOUBLE).map(Rule.Pace::new);
        };
    }

    private Optional<Rule> require(Optional<Expression> expression) {
        for (String key : List.of("refuse_as", "message")) {
            if (!entry.has(key)) {
                findings.at(Findings.child(pointer, key), "'" + key + "' is missing");
            }
        }
        for (String language : List.of("en", "ja")) {
            String place = Findings.child(Findings.child(pointer, "message"), language);
            Policy.places(entry.path("message").path(language).asString("")).stream()
                    .filter(name -> !known.containsKey(name) && Variable.parse(name).isEmpty())
                    .forEach(name -> findings.at(place, "there is no value '" + name + "' to put in"));
        }
        return findings.isTouched(pointer)
                ? Optional.empty()
                : expression.map(condition -> new Rule.Require(condition,
                        ExitStatus.valueOf(entry.path("refuse_as").asString().toUpperCase(Locale.ROOT)),
                        texts("message"),
                        entry.path("waivable").asBoolean(false)));
    }

    private Optional<Expression> expression(String word, JsonNode text, String place, Kind wanted) {
        return switch (Expression.compile(text.asString(), known)) {
            case Expression.Compiled.Fitting fitting when fitting.expression().kind() == wanted ->
                Optional.of(fitting.expression());
            case Expression.Compiled.Fitting fitting -> {
                findings.at(place, "'" + word + "' has to be " + wanted.description() + ", and this is "
                        + fitting.expression().kind().description());
                yield Optional.empty();
            }
            case Expression.Compiled.Unfitting not -> {
                findings.at(place, not.sentence());
                yield Optional.empty();
            }
        };
    }

    private Texts texts(String key) {
        return new Texts(entry.path(key).path("en").asString(), entry.path(key).path("ja").asString());
    }
}
