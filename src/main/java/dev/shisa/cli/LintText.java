package dev.shisa.cli;

import dev.shisa.lint.FileReport;
import dev.shisa.lint.Finding;
import dev.shisa.lint.Rule;
import dev.shisa.lint.RuleText;
import dev.shisa.lint.RuleTexts;
import dev.shisa.lint.Severity;
import dev.shisa.plan.Visible;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Findings for people: the line, what is wrong in it, and what to do instead. */
final class LintText implements LintCommand.LintOutput {
    /** A longer line is shown around the place. */
    private static final int WIDEST = 160;
    private static final Map<Severity, String> JAPANESE = Map.of(Severity.ERROR, "エラー", Severity.WARNING, "警告",
            Severity.NOTE, "注記");

    private final PrintStream out;
    private final Locale locale;
    private final Layout layout;
    private final LintWords words;

    /** @param layout how sentences are broken; lines of scripts are not */
    LintText(PrintStream out, Layout layout) {
        this.out = out;
        this.layout = layout;
        this.locale = layout.locale();
        this.words = new LintWords(locale);
    }

    @Override
    public void file(FileReport report) {
        switch (report) {
            case FileReport.Unreadable unreadable -> out.println(Visible.escape(unreadable.reason()));
            case FileReport.Read read -> {
                if (!read.encoding().equals("UTF-8") || !read.remarks().isEmpty()) {
                    out.println(Visible.escape(read.file()) + ": " + read.encoding());
                }
                read.remarks().forEach(remark -> out.println("  " + Visible.escape(remark)));
                read.findings().forEach(finding -> finding(read, finding));
            }
        }
    }

    private void finding(FileReport.Read read, Finding finding) {
        out.println(Visible.escape(read.file()) + ":" + finding.line() + ":" + finding.column() + ": "
                + severity(finding.rule()) + ": " + finding.rule().id());
        if (finding.line() <= read.lines().size()) {
            line(read.lines(), finding);
        }
        sentence("  ", Visible.escape(words.message(finding)));
        sentence("  ", Visible.escape(words.suggestion(finding)));
        out.println();
    }

    private String severity(Rule rule) {
        return isJapanese() ? String.valueOf(JAPANESE.get(rule.severity())) : rule.severity().label();
    }

    private boolean isJapanese() {
        return locale.getLanguage().equals("ja");
    }

    private void line(List<String> lines, Finding finding) {
        String line = lines.get(finding.line() - 1);
        int column = Math.min(finding.column() - 1, line.length());
        int from = column > WIDEST / 2 && line.length() > WIDEST ? column - WIDEST / 2 : 0;
        String shown = Visible.escape(line.substring(from, Math.min(line.length(), from + WIDEST)).replace('\t', ' '));
        String before = Visible.escape(line.substring(from, column).replace('\t', ' '));
        String number = String.valueOf(finding.line());
        out.println("  " + number + " | " + shown);
        out.println("  " + " ".repeat(number.length()) + " | " + " ".repeat(Layout.width(before)) + "^");
    }

    private void sentence(String lead, String text) {
        layout.lines(lead, text, 2).forEach(out::println);
    }

    @Override
    public void end(LintCommand.LintSummary summary) {
        out.println(isJapanese()
                ? "%d 個のファイル: 破壊的なコマンド %d、エラー %d、警告 %d、注記 %d、抑制 %d、読み取れないファイル %d".formatted(summary.files(),
                        summary.commands(), summary.errors(), summary.warnings(), summary.notes(), summary.suppressed(),
                        summary.unreadable())
                : "%d files: %d destructive commands, %d errors, %d warnings, %d notes, %d suppressed, %d files not read"
                        .formatted(summary.files(), summary.commands(), summary.errors(), summary.warnings(),
                                summary.notes(), summary.suppressed(), summary.unreadable()));
    }

    @Override
    public void rules() {
        for (Rule rule : Rule.values()) {
            RuleText text = RuleTexts.shipped().of(rule);
            out.println(rule.id() + " (" + severity(rule) + "): " + text.title().in(locale));
            sentence("  ", text.why().in(locale));
            out.println(isJapanese() ? "  悪い例:" : "  Bad:");
            text.bad().lines().forEach(line -> out.println("    " + line));
            out.println(isJapanese() ? "  良い例:" : "  Good:");
            text.good().lines().forEach(line -> out.println("    " + line));
            sentence(isJapanese() ? "  事例: " : "  Incident: ", text.incident().in(locale));
            out.println();
        }
    }
}
