package dev.shisa.lint;

import dev.shisa.catalog.Texts;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is said of one rule. Immutable. Messages and suggestions have places for what is known of a finding, see {@link #message(Locale, String, String,
 * String)} and {@link #suggestion(Locale, String, String, String, Optional)}.
 *
 * @param title a few words
 * @param why why it is a rule, in two or three sentences
 * @param bad PowerShell that breaks the rule, of one or more lines
 * @param good the same done better, in PowerShell or with a command of shisa, of one or more lines
 * @param incident what happened where nobody kept it, or the documented fact from which it follows
 * @param message what is said of a finding, with places
 * @param messages what is said instead, by detail, with places
 * @param suggestion what to do instead, with places
 * @param suggestionWithout the same where shisa has no command for it; empty when the suggestion names none
 */
public record RuleText(Texts title, Texts why, String bad, String good, Texts incident, Texts message,
        Map<String, Texts> messages, Texts suggestion,
        Optional<Texts> suggestionWithout) {
    public RuleText {
        messages = Map.copyOf(messages);
    }

    /**
     * One sentence about a finding; in Japanese {@code what} makes a second one.
     *
     * @param cmdlet the name of the command, or empty
     * @param what a clause that says what would happen to whom, or empty
     * @param detail what the rule adds, or empty
     */
    public String message(Locale locale, String cmdlet, String what, String detail) {
        Texts template = messages.getOrDefault(detail.strip(), message);
        return Sentence.render(template.in(locale), values(cmdlet, what, detail));
    }

    /**
     * One sentence that says what to do instead.
     *
     * @param cmdlet the name of the command, or empty
     * @param what a clause that says what would happen to whom, or empty
     * @param detail what the rule adds, or empty
     * @param guarded the command of shisa that does the same, if there is one
     */
    public String suggestion(Locale locale, String cmdlet, String what, String detail, Optional<String> guarded) {
        Map<String, String> values = values(cmdlet, what, detail);
        Optional<String> command = guarded.map(String::strip).filter(text -> !text.isEmpty());
        command.ifPresent(text -> values.put(Sentence.GUARDED, text));
        Texts template = command.isPresent() ? suggestion : suggestionWithout.orElse(suggestion);
        return Sentence.render(template.in(locale), values);
    }

    private static Map<String, String> values(String cmdlet, String what, String detail) {
        Map<String, String> values = new HashMap<>();
        values.put(Sentence.CMDLET, cmdlet.strip());
        values.put(Sentence.WHAT, Sentence.clause(what));
        values.put(Sentence.DETAIL, detail.strip());
        return values;
    }
}
