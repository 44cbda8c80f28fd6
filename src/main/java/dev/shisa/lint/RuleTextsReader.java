package dev.shisa.lint;

import dev.shisa.catalog.Texts;
import dev.shisa.yaml.Findings;
import dev.shisa.yaml.SchemaCheck;
import dev.shisa.yaml.YamlFile;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads a file of texts: all of it or nothing, and all mistakes at once. Used once, by one thread. */
final class RuleTextsReader {
    static final String SCHEMA = "rules.schema.json";

    private final YamlFile file;
    private final Findings findings;
    private final Map<Rule, RuleText> read = new EnumMap<>(Rule.class);
    private Optional<Rule> last = Optional.empty();

    RuleTextsReader(YamlFile file) {
        this.file = file;
        this.findings = file.findings();
    }

    LoadedRuleTexts read() {
        file.document().ifPresent(document -> SchemaCheck.check(document, findings, RuleTextsReader.class, SCHEMA));
        return readChecked();
    }

    /** For a file that is known to fit the schema: a build holds the shipped one against it, which a start need not do again. */
    LoadedRuleTexts readChecked() {
        file.document().filter(_ -> findings.isEmpty()).ifPresent(this::rules);
        return findings.isEmpty()
                ? new LoadedRuleTexts.Loaded(new RuleTexts(read))
                : new LoadedRuleTexts.Mistakes(findings.sorted());
    }

    private void rules(JsonNode document) {
        int number = 0;
        for (JsonNode entry : document.path("rules")) {
            String pointer = Findings.child("/rules", number++);
            String id = entry.path("id").asString("");
            Rule.parse(id).ifPresentOrElse(rule -> rule(rule, entry, pointer),
                    () -> findings.at(Findings.child(pointer, "id"), "there is no rule '" + id + "'"));
        }
        for (Rule rule : Rule.values()) {
            if (!read.containsKey(rule)) {
                findings.at("/rules", "the rule " + rule.id() + " is missing");
            }
        }
    }

    private void rule(Rule rule, JsonNode entry, String pointer) {
        String place = Findings.child(pointer, "id");
        if (read.containsKey(rule)) {
            findings.at(place, "the rule " + rule.id() + " stands here twice");
        } else if (last.filter(before -> before.compareTo(rule) > 0).isPresent()) {
            findings.at(place, "the rule " + rule.id() + " belongs before " + last.get().id());
        }
        last = Optional.of(rule);
        Texts suggestion = sentence(entry, pointer, "suggestion");
        read.put(rule, new RuleText(texts(entry, pointer, "title"), texts(entry, pointer, "why"),
                text(entry, pointer, "bad"), text(entry, pointer, "good"), texts(entry, pointer, "incident"),
                sentence(entry, pointer, "message"), messages(entry, pointer), suggestion,
                without(entry, pointer, suggestion)));
    }

    private Map<String, Texts> messages(JsonNode entry, String pointer) {
        Map<String, Texts> messages = new LinkedHashMap<>();
        String place = Findings.child(pointer, "messages");
        entry.path("messages").propertyNames()
                .forEach(detail -> messages.put(detail, sentence(entry.path("messages"), place, detail)));
        messages.forEach((detail, message) -> refuseGuarded(message, Findings.child(place, detail)));
        refuseGuarded(sentence(entry, pointer, "message"), Findings.child(pointer, "message"));
        return messages;
    }

    private Optional<Texts> without(JsonNode entry, String pointer, Texts suggestion) {
        boolean inEnglish = Sentence.namesGuarded(suggestion.english());
        String place = Findings.child(pointer, "suggestion");
        if (inEnglish != Sentence.namesGuarded(suggestion.japanese())) {
            findings.at(place, "{guarded} stands in one language only");
        }
        if (inEnglish != entry.has("suggestion_without")) {
            findings.at(place, inEnglish
                    ? "a suggestion that names {guarded} needs suggestion_without"
                    : "suggestion_without goes with a suggestion that names {guarded}");
        }
        if (!entry.has("suggestion_without")) {
            return Optional.empty();
        }
        Texts without = sentence(entry, pointer, "suggestion_without");
        refuseGuarded(without, Findings.child(pointer, "suggestion_without"));
        return Optional.of(without);
    }

    private void refuseGuarded(Texts texts, String place) {
        if (Sentence.namesGuarded(texts.english()) || Sentence.namesGuarded(texts.japanese())) {
            findings.at(place, "{guarded} stands in suggestions only");
        }
    }

    private Texts sentence(JsonNode owner, String pointer, String key) {
        Texts texts = texts(owner, pointer, key);
        String place = Findings.child(pointer, key);
        Sentence.mistakes(texts.english()).forEach(mistake -> findings.at(Findings.child(place, "en"), mistake));
        Sentence.mistakes(texts.japanese()).forEach(mistake -> findings.at(Findings.child(place, "ja"), mistake));
        return texts;
    }

    private Texts texts(JsonNode owner, String pointer, String key) {
        String place = Findings.child(pointer, key);
        return new Texts(text(owner.path(key), place, "en"), text(owner.path(key), place, "ja"));
    }

    private String text(JsonNode owner, String pointer, String key) {
        String text = owner.path(key).asString("");
        if (text.isBlank()) {
            findings.at(Findings.child(pointer, key), "the text is missing");
        }
        return text;
    }
}
