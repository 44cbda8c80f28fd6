package dev.shisa.lint;

import dev.shisa.yaml.YamlDocument;
import dev.shisa.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/** What is said of the rules. Immutable and safe for use by many threads. */
public final class RuleTexts {
    static final String RESOURCE = "rules.yaml";

    private final Map<Rule, RuleText> texts;

    RuleTexts(Map<Rule, RuleText> texts) {
        this.texts = new EnumMap<>(texts);
    }

    /** The texts that the program was shipped with. They are read once. */
    public static RuleTexts shipped() {
        return Shipped.TEXTS;
    }

    /** What is said of that rule; there is a text for every rule. */
    public RuleText of(Rule rule) {
        RuleText text = texts.get(rule);
        if (text == null) {
            throw new IllegalStateException("there is no text for " + rule.id());
        }
        return text;
    }

    /** Read when they are first asked for. */
    private static final class Shipped {
        static final RuleTexts TEXTS = read();

        private static RuleTexts read() {
            return switch (new RuleTextsReader(file()).readChecked()) {
                case LoadedRuleTexts.Loaded(RuleTexts texts) -> texts;
                case LoadedRuleTexts.Mistakes(var mistakes) -> throw new IllegalStateException(
                        "the program was built with broken texts of rules: " + mistakes.getFirst().render());
            };
        }

        private static YamlFile file() {
            try (InputStream in = RuleTexts.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException("the program was built without " + RESOURCE);
                }
                return YamlFile.read(in.readAllBytes(), RESOURCE, YamlDocument.Plain.TEXTS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
