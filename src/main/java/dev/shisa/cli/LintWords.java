package dev.shisa.cli;

import dev.shisa.lint.CmdletEffect;
import dev.shisa.lint.Finding;
import dev.shisa.lint.RuleText;
import dev.shisa.lint.RuleTexts;
import java.util.Locale;
import java.util.stream.Collectors;

/** Findings in the words of a language. */
record LintWords(Locale locale) {

    String message(Finding finding) {
        return text(finding).message(locale, finding.cmdlet(), what(finding), finding.detail());
    }

    String suggestion(Finding finding) {
        return text(finding).suggestion(locale, finding.cmdlet(), what(finding), finding.detail(), finding.guarded());
    }

    private static RuleText text(Finding finding) {
        return RuleTexts.shipped().of(finding.rule());
    }

    private String what(Finding finding) {
        String separator = locale.getLanguage().equals("ja") ? "、" : "; ";
        return finding.effects().stream().map(CmdletEffect::what).map(what -> what.in(locale)).distinct()
                .collect(Collectors.joining(separator));
    }
}
