package dev.shisa.lint;

import java.util.Locale;
import java.util.Optional;

/** What is looked for. The texts are in {@link RuleTexts}. */
public enum Rule {
    UNBOUNDED_SELECTION(Severity.ERROR),
    CAPPED_LISTING(Severity.WARNING),
    CONFIRMATION_SUPPRESSED(Severity.ERROR),
    IDENTITY_DESTROYED(Severity.ERROR),
    PERMANENT(Severity.ERROR),
    NO_WAIT_BEFORE_PURGE(Severity.ERROR),
    HOLD_LIFTED(Severity.ERROR),
    NO_REHEARSAL(Severity.WARNING),
    HIDDEN_TARGET(Severity.WARNING),
    NULL_WIDENS(Severity.ERROR),
    FILTER_AFTER(Severity.ERROR),
    FILTER_INEFFECTIVE(Severity.ERROR),
    SMART_CHARACTERS(Severity.WARNING),
    CODE_FROM_TEXT(Severity.ERROR),
    ERRORS_MUTED(Severity.WARNING),
    LOOP_UNTIL_EMPTY(Severity.ERROR),
    DEVICE_WIPE(Severity.ERROR),
    SENDS_MAIL(Severity.WARNING),
    NOT_EXECUTED(Severity.NOTE),
    NOT_UNDERSTOOD(Severity.ERROR);

    private final Severity severity;

    Rule(Severity severity) {
        this.severity = severity;
    }

    /** How bad it is. */
    public Severity severity() {
        return severity;
    }

    /** The name in files and output. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The rule of that name. */
    public static Optional<Rule> parse(String id) {
        for (Rule rule : values()) {
            if (rule.id().equals(id)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }
}
