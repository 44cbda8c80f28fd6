package dev.shisa.cli;

import dev.shisa.lint.CmdletEffect;
import dev.shisa.lint.Finding;
import dev.shisa.lint.Rule;
import dev.shisa.lint.RuleText;
import dev.shisa.lint.RuleTexts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Findings in the words of a language. Used by one thread: the same findings come again and again, and their words are kept. */
final class LintWords {
    private static final int MOST_KEPT = 4_096;

    private final Locale locale;
    private final Map<Kind, Words> kept = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Kind, Words> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /** All of a finding on which its words depend. */
    private record Kind(Rule rule, String cmdlet, List<CmdletEffect> effects, String detail, Optional<String> guarded) {
    }

    /**
     * The words of a finding.
     *
     * @param message what is the matter
     * @param suggestion what to do instead
     */
    private record Words(String message, String suggestion) {
    }

    LintWords(Locale locale) {
        this.locale = locale;
    }

    String message(Finding finding) {
        return words(finding).message();
    }

    String suggestion(Finding finding) {
        return words(finding).suggestion();
    }

    private Words words(Finding finding) {
        Kind kind = new Kind(finding.rule(), finding.cmdlet(), finding.effects(), finding.detail(), finding.guarded());
        return kept.computeIfAbsent(kind, this::words);
    }

    private Words words(Kind kind) {
        RuleText text = RuleTexts.shipped().of(kind.rule());
        String separator = locale.getLanguage().equals("ja") ? "、" : "; ";
        String what = kind.effects().stream().map(CmdletEffect::what).map(each -> each.in(locale)).distinct()
                .collect(Collectors.joining(separator));
        return new Words(text.message(locale, kind.cmdlet(), what, kind.detail()),
                text.suggestion(locale, kind.cmdlet(), what, kind.detail(), kind.guarded()));
    }
}
