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
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
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
    private boolean isBegun;
    private final JsonGenerator log;
    private final ArrayNode notifications = JSON.createArrayNode();

    LintSarif(PrintStream out, Locale locale) {
        this.out = out;
        this.locale = locale;
        this.words = new LintWords(locale);
        this.log = JSON.writerWithDefaultPrettyPrinter().without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .createGenerator(out);
    }

    @Override
    public void file(FileReport report) {
        begin();
        switch (report) {
            case FileReport.Unreadable unreadable -> notifications.addObject().put("level", "error")
                    .putObject("message").put("text", unreadable.reason());
            case FileReport.Read read -> read.findings().forEach(finding -> result(read.file(), finding));
        }
    }

    private void result(String file, Finding finding) {
        ObjectNode result = JSON.createObjectNode().put("ruleId", finding.rule().id()).put("level",
                finding.rule().severity().label());
        result.putObject("message").put("text", words.message(finding) + " " + words.suggestion(finding));
        ObjectNode place = result.putArray("locations").addObject().putObject("physicalLocation");
        place.putObject("artifactLocation").put("uri", address(file));
        place.putObject("region").put("startLine", finding.line()).put("startColumn", finding.column());
        JSON.writeTree(log, result);
    }

    /** What stands before the first result. Results are written one by one, since there may be more than memory holds. */
    private void begin() {
        if (isBegun) {
            return;
        }
        isBegun = true;
        log.writeStartObject().writeStringProperty("$schema", SCHEMA).writeStringProperty("version", "2.1.0")
                .writeName("runs").writeStartArray().writeStartObject().writeName("tool").writeStartObject()
                .writeName("driver");
        JSON.writeTree(log, driver());
        log.writeEndObject().writeStringProperty("columnKind", "utf16CodeUnits").writeName("results")
                .writeStartArray();
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
        begin();
        ObjectNode invocation = JSON.createObjectNode().put("executionSuccessful", summary.unreadable() == 0)
                .put("exitCode", summary.exit().code());
        if (!notifications.isEmpty()) {
            invocation.set("toolExecutionNotifications", notifications);
        }
        log.writeEndArray().writeName("invocations").writeStartArray();
        JSON.writeTree(log, invocation);
        log.writeEndArray().writeEndObject().writeEndArray().writeEndObject();
        log.close();
        out.println();
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
