package dev.shisa.report;

import dev.shisa.plan.Visible;
import dev.shisa.text.Sentence;
import dev.shisa.text.Text;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run as Markdown, for tickets and for people. */
public final class MarkdownReport {
    private final StringBuilder text = new StringBuilder();
    private final Locale locale;

    private MarkdownReport(Locale locale) {
        this.locale = locale;
    }

    /**
     * The report's bytes.
     *
     * @param locale the language of everything but names and of what was found
     */
    public static byte[] write(RunView view, Locale locale) {
        MarkdownReport report = new MarkdownReport(locale);
        report.head(view);
        report.outcome(view);
        report.people(Text.of("Lost something that was not declared"), view.harmed());
        report.people(Text.of("Not done"), view.notDone());
        report.list(Text.of("Why the run did not go on"), view.stops());
        report.list(Text.of("Warnings"), view.warnings());
        report.list(Text.of("The tenant's own noise"), view.noise());
        report.list(Text.of("What allowed it"), view.authority());
        report.list(Text.of("Done by others meanwhile, by the audit log"), view.background());
        report.list(Text.of("What the rehearsal showed not to come back"), view.residue());
        report.wayBack(view);
        report.verification(view);
        report.anchors(view);
        return report.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void head(RunView view) {
        line("# " + said(Text.word(view.kind().label())) + " " + view.run() + ": "
                + said(Text.word(view.status().label())));
        line("");
        line("| | |");
        line("|---|---|");
        row(said(Text.of("Tenant")),
                view.domain() + " (" + said(Text.word(view.tenantKind().label())) + ", " + view.tenantId() + ")");
        row(said(Text.of("Command")), (view.command() + " " + String.join(" ", view.words())).strip());
        row(said(Text.of("Accepted loss")), view.loss().isEmpty() ? said(Text.of("none")) : words(view.loss()));
        row(said(Text.of("Started")), moment(view.started()));
        row(said(Text.of("Ended")), moment(view.ended()));
        row(said(Text.of("Exit status")), view.exit().code() + " (" + said(Text.word(view.exit().meaning())) + ")");
        line("");
    }

    private void outcome(RunView view) {
        line("## " + said(Text.of("Outcome")));
        line("");
        line("| " + String.join(" | ", Stream.of(Text.of("Targets"), Text.of("Done"), Text.of("Failed"),
                Text.of("Unknown"), Text.of("Not visible yet"), Text.of("Not started"),
                Text.of("Most unjudged at a time")).map(this::said).toList()) + " |");
        line("|---:|---:|---:|---:|---:|---:|---:|");
        line("| " + view.targets() + " | " + view.done() + " | " + view.failed() + " | " + view.unknown() + " | "
                + view.pending() + " | "
                + view.notStarted() + " | " + said(Text.of("{0} of {1}", view.exposureMax(), view.exposure())) + " |");
        line("");
        changes(view);
        table(Text.of("Facets of the whole tenant, by outcome"), view.judged());
        table(Text.of("Left out"), view.leftOut());
        if (!view.unwatched().isEmpty()) {
            line(said(Text.of("Nobody can read these facets in this tenant, so nothing is said about them: {0}.",
                    words(view.unwatched()))));
            line("");
        }
    }

    private void changes(RunView view) {
        if (view.changes().isEmpty()) {
            return;
        }
        line("### " + said(Text.of("What was declared, and what was seen")));
        line("");
        line("| " + String.join(" | ", Stream.of(Text.of("Facet"), Text.of("Declared"), Text.of("Seen"),
                Text.of("Outcome"), Text.of("Accounts")).map(this::said).toList()) + " |");
        line("|---|---|---|---|---:|");
        view.changes().forEach(change -> line("| " + Stream.of(Text.word(change.facet()), change.expected(),
                change.seen(), Text.word(change.outcome())).map(word -> cell(said(word)))
                .collect(Collectors.joining(" | ")) + " | " + change.accounts() + " |"));
        line("");
    }

    private void people(Text title, List<RunView.Person> people) {
        if (people.isEmpty()) {
            return;
        }
        line("## " + said(title) + ": " + people.size());
        line("");
        line("| " + String.join(" | ", Stream.of(Text.of("Account"), Text.of("Object id"), Text.of("State"),
                Text.of("Found")).map(this::said).toList()) + " |");
        line("|---|---|---|---|");
        people.forEach(person -> line(
                "| " + cell(person.name()) + " | " + person.id() + " | " + said(Text.word(person.state())) + " | "
                        + cell(Sentence.several(person.phrases()).in(locale)) + " |"));
        line("");
    }

    private void list(Text title, List<String> items) {
        if (items.isEmpty()) {
            return;
        }
        line("## " + said(title));
        line("");
        items.forEach(item -> line("- " + cell(found(item))));
        line("");
    }

    private void wayBack(RunView view) {
        line("## " + said(Text.of("The way back")));
        line("");
        line(said(view.back(MarkdownReport::moment, line -> "`" + line + "`")));
        line("");
        if (view.status().isOpen()) {
            line(view.whatNow().in(locale));
            line("");
        }
    }

    private void verification(RunView view) {
        view.verifyFrom().ifPresent(from -> {
            line("## " + said(Text.of("Provisional")));
            line("");
            line(said(Text.of(
                    "The service may show more of this later. From {0} on: {1}; until then no further bulk plan of this command is made.",
                    from, "`shisa run verify " + view.run() + "`")));
            line("");
        });
    }

    private void anchors(RunView view) {
        line("## " + said(Text.of("What this rests on")));
        line("");
        Anchors.of(view).forEach((name, value) -> line("- " + said(name) + ": " + said(value)));
    }

    private String words(Collection<String> labels) {
        return said(Text.listed(labels.stream().map(Text::word).toList()));
    }

    /** What was found, as the file has it, in the language of the reader. */
    private String found(String sentence) {
        return new Sentence(sentence).in(locale);
    }

    private String said(Text words) {
        return words.in(locale);
    }

    private void table(Text title, Map<String, ? extends Number> counts) {
        if (counts.isEmpty()) {
            return;
        }
        line("### " + said(title));
        line("");
        line("| | |");
        line("|---|---:|");
        counts.forEach((name, count) -> row(found(name), count.toString()));
        line("");
    }

    private static String moment(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void row(String name, String value) {
        line("| " + cell(name) + " | " + cell(value) + " |");
    }

    private static String cell(String value) {
        return Visible.escape(value.replace("\n", " ")).replace("|", "\\|");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
