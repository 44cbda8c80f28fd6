package dev.shisa.cli;

import dev.shisa.lint.FileReport;
import dev.shisa.lint.Finding;
import dev.shisa.lint.Rule;
import dev.shisa.lint.RuleText;
import dev.shisa.lint.RuleTexts;
import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Findings in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS, 27 March 2020), for tools that show them beside the code. */
final class LintSarif implements LintCommand.LintOutput {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final PrintStream out;
    private final Locale locale;
    private final LintWords words;
    private final ArrayNode results = JSON.createArrayNode();
    private final ArrayNode notifications = JSON.createArrayNode();

    LintSarif(PrintStream out, Locale locale) {
        this.out = out;
        this.locale = locale;
        this.words = new LintWords(locale);
    }

    @Override
    public void file(FileReport report) {
        switch (report) {
            case FileReport.Unreadable unreadable -> notifications.addObject().put("level", "error")
                    .putObject("message").put("text", unreadable.reason());
            case FileReport.Read read -> read.findings().forEach(finding -> result(read.file(), finding));
        }
    }

    private void result(String file, Finding finding) {
        ObjectNode result = results.addObject().put("ruleId", finding.rule().id()).put("level",
                finding.rule().severity().label());
        result.putObject("message").put("text", words.message(finding) + " " + words.suggestion(finding));
        ObjectNode place = result.putArray("locations").addObject().putObject("physicalLocation");
        place.putObject("artifactLocation").put("uri", address(file));
        place.putObject("region").put("startLine", finding.line()).put("startColumn", finding.column());
    }

    /** A reference to the file, with what may not stand in one as an escape. A colon in the first part of it would be read as a scheme. */
    private static String address(String file) {
        String path = file.replace('\\', '/').replaceFirst("^/+", "/");
        try {
            return new URI(null, null, path.indexOf(':') >= 0 && !path.startsWith("/") ? "./" + path : path, null)
                    .toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("a file's name that is no path: " + file, e);
        }
    }

    @Override
    public void end(LintCommand.LintSummary summary) {
        ObjectNode log = JSON.createObjectNode().put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        run.putObject("tool").set("driver", driver());
        run.put("columnKind", "utf16CodeUnits");
        ObjectNode invocation = run.putArray("invocations").addObject();
        invocation.put("executionSuccessful", summary.unreadable() == 0).put("exitCode", summary.exit().code());
        if (!notifications.isEmpty()) {
            invocation.set("toolExecutionNotifications", notifications);
        }
        run.set("results", results);
        out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(log));
    }

    private ObjectNode driver() {
        ObjectNode driver = JSON.createObjectNode().put("name", "shisa");
        ArrayNode rules = driver.putArray("rules");
        for (Rule rule : Rule.values()) {
            RuleText text = RuleTexts.shipped().of(rule);
            ObjectNode node = rules.addObject().put("id", rule.id());
            node.putObject("shortDescription").put("text", text.title().in(locale));
            node.putObject("fullDescription").put("text", text.why().in(locale));
            node.putObject("defaultConfiguration").put("level", rule.severity().label());
        }
        return driver;
    }

    @Override
    public void rules() {
        out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(driver().path("rules")));
    }
}
