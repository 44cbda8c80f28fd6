package dev.shisa.cli;

import dev.shisa.operation.SmokeCheck;
import dev.shisa.plan.Visible;
import dev.shisa.text.Text;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * What all smoke checks came to, as files for others.
 *
 * @param checks those that are over, in the order in which they were made
 * @param ended whether there are no more to come; a report of others is never a good one
 * @param locale of the Markdown; JUnit XML is read by programs
 */
record SmokeReport(List<SmokeCheck> checks, boolean ended, Locale locale) {
    SmokeReport {
        checks = List.copyOf(checks);
    }

    /** Whether something was proved, and nothing disproved. */
    boolean isGood() {
        return ended && count(SmokeCheck.Result.RED) == 0 && count(SmokeCheck.Result.GREEN) > 0;
    }

    private long count(SmokeCheck.Result result) {
        return checks.stream().filter(check -> check.result() == result).count();
    }

    static Text word(SmokeCheck.Result result) {
        return switch (result) {
            case GREEN -> Text.of("green");
            case RED -> Text.of("red");
            case SKIPPED -> Text.of("not tried");
        };
    }

    /** The numbers, one sentence. */
    String total() {
        return Text.of("{0} green, {1} red, {2} not tried.", count(SmokeCheck.Result.GREEN),
                count(SmokeCheck.Result.RED), count(SmokeCheck.Result.SKIPPED)).in(locale);
    }

    /** As JUnit XML. What did not end is an error, so that nobody takes it for a good one. */
    String junit() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            suite(xml);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string cannot be written to", e);
        }
        return text + "\n";
    }

    private void suite(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "shisa smoke");
        xml.writeAttribute("tests", String.valueOf(checks.size() + (ended ? 0 : 1)));
        xml.writeAttribute("failures", String.valueOf(count(SmokeCheck.Result.RED)));
        xml.writeAttribute("errors", ended ? "0" : "1");
        xml.writeAttribute("skipped", String.valueOf(count(SmokeCheck.Result.SKIPPED)));
        xml.writeAttribute("time",
                seconds(checks.stream().map(SmokeCheck::took).reduce(Duration.ZERO, Duration::plus)));
        for (SmokeCheck check : checks) {
            testcase(xml, check.command(), check.name(), seconds(check.took()));
            String found = found(check, Locale.ENGLISH);
            switch (check.result()) {
                case GREEN -> xml.flush();
                case RED -> outcome(xml, "failure", found);
                case SKIPPED -> outcome(xml, "skipped", found);
            }
            xml.writeEndElement();
        }
        if (!ended) {
            testcase(xml, "smoke", "smoke", "0.000");
            outcome(xml, "error", "The smoke check did not come to its end.");
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void testcase(XMLStreamWriter xml, String group, String name, String seconds)
            throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "shisa." + group.replace(' ', '.'));
        xml.writeAttribute("name", name);
        xml.writeAttribute("time", seconds);
    }

    private static void outcome(XMLStreamWriter xml, String element, String message) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("message", message);
        xml.writeEndElement();
    }

    /** Names in it come from the tenant, so that what no terminal and no XML file may hold is escaped. */
    private static String found(SmokeCheck check, Locale locale) {
        return Visible.escape(check.found().stream().map(text -> text.in(locale)).collect(Collectors.joining("; ")));
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.3f", took.toMillis() / 1000.0);
    }

    /** As Markdown. */
    String markdown() {
        StringBuilder text = new StringBuilder("# shisa smoke\n\n");
        text.append(ended ? total() : Text.of("The smoke check did not come to its end.").in(locale)).append("\n\n");
        text.append("| ").append(Text.of("Result").in(locale)).append(" | ").append(Text.of("Command").in(locale))
                .append(" | ").append(Text.of("Account").in(locale)).append(" | ")
                .append(Text.of("Found").in(locale)).append(" |\n|---|---|---|---|\n");
        checks.forEach(check -> text.append("| ").append(word(check.result()).in(locale)).append(" | `")
                .append(check.name()).append("` | ").append(cell(check.account().orElse(""))).append(" | ")
                .append(cell(found(check, locale))).append(" |\n"));
        return text.toString();
    }

    private static String cell(String text) {
        return Visible.escape(text).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;");
    }
}
