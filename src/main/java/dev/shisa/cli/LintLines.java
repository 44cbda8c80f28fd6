package dev.shisa.cli;

import dev.shisa.account.Facet;
import dev.shisa.lint.CmdletEffect;
import dev.shisa.lint.FileReport;
import dev.shisa.lint.Finding;
import dev.shisa.lint.FoundCommand;
import dev.shisa.lint.Rule;
import dev.shisa.lint.RuleText;
import dev.shisa.lint.RuleTexts;
import java.io.PrintStream;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Findings for machines: one JSON object a line. */
final class LintLines implements LintCommand.LintOutput {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PrintStream out;
    private final LintWords words = new LintWords(Locale.ENGLISH);

    LintLines(PrintStream out) {
        this.out = out;
    }

    private void line(ObjectNode node) {
        out.println(JSON.writeValueAsString(node));
    }

    private static ObjectNode node(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    @Override
    public void file(FileReport report) {
        switch (report) {
            case FileReport.Unreadable unreadable -> line(
                    node("unreadable").put("file", unreadable.file()).put("reason", unreadable.reason()));
            case FileReport.Read read -> {
                read.findings().forEach(finding -> finding(read.file(), finding));
                read.commands().forEach(command -> command(read.file(), command));
            }
        }
    }

    private void finding(String file, Finding finding) {
        line(node("finding").put("file", file).put("line", finding.line()).put("column", finding.column())
                .put("rule", finding.rule().id()).put("severity", finding.rule().severity().label())
                .put("cmdlet", finding.cmdlet()).put("message", words.message(finding))
                .put("suggestion", words.suggestion(finding)));
    }

    private void command(String file, FoundCommand command) {
        ObjectNode node = node("command").put("file", file).put("line", command.line()).put("cmdlet", command.cmdlet());
        ArrayNode effects = node.putArray("effects");
        command.effects().stream().map(LintLines::effect).distinct().forEach(effects::add);
        line(node.put("executed", command.executed()).put("bounded", command.bounded().label()));
    }

    /** The facet of the account; of what is no account, what becomes of it. */
    private static String effect(CmdletEffect effect) {
        return effect.facet().map(Facet::label).orElseGet(() -> effect.what().english());
    }

    @Override
    public void end(LintCommand.LintSummary summary) {
        long findings = summary.errors() + summary.warnings() + summary.notes();
        line(node("result").put("files", summary.files()).put("commands", summary.commands()).put("findings", findings)
                .put("errors", summary.errors()).put("warnings", summary.warnings()).put("notes", summary.notes())
                .put("not_understood", summary.notUnderstood()).put("suppressed", summary.suppressed())
                .put("exit_code", summary.exit().code()));
    }

    @Override
    public void rules() {
        for (Rule rule : Rule.values()) {
            RuleText text = RuleTexts.shipped().of(rule);
            line(node("rule").put("rule", rule.id()).put("severity", rule.severity().label())
                    .put("title", text.title().english()).put("why", text.why().english()).put("bad", text.bad())
                    .put("good", text.good()).put("incident", text.incident().english()));
        }
    }
}
