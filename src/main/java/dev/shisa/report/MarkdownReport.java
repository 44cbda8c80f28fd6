package dev.shisa.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A run as Markdown, for tickets and for people. */
public final class MarkdownReport {
    private final StringBuilder text = new StringBuilder();

    private MarkdownReport() {
    }

    /** The report's bytes. */
    public static byte[] write(RunView view) {
        MarkdownReport report = new MarkdownReport();
        report.head(view);
        report.outcome(view);
        report.people("Lost something that was not declared", view.harmed());
        report.people("Not done", view.notDone());
        report.list("Why the run did not go on", view.stops());
        report.list("Warnings", view.warnings());
        report.list("The tenant's own noise", view.noise());
        report.list("What allowed it", view.authority());
        report.list("Done by others meanwhile, by the audit log", view.background());
        report.list("What the rehearsal showed not to come back", view.residue());
        report.wayBack(view);
        report.verification(view);
        report.anchors(view);
        return report.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void head(RunView view) {
        line("# " + view.kind().label() + " " + view.run() + ": " + view.status().label());
        line("");
        line("| | |");
        line("|---|---|");
        row("Tenant", view.domain() + " (" + view.tenantKind().label() + ", " + view.tenantId() + ")");
        row("Command", view.command() + " " + String.join(" ", view.words()));
        row("Accepted loss", view.loss().isEmpty() ? "none" : String.join(", ", view.loss()));
        row("Started", view.started().toString());
        row("Ended", view.ended().toString());
        row("Exit status", view.exit().code() + " (" + view.exit().name().toLowerCase(java.util.Locale.ROOT) + ")");
        line("");
    }

    private void outcome(RunView view) {
        line("## Outcome");
        line("");
        line("| Targets | Done | Failed | Unknown | Not visible yet | Not started | Most unjudged at a time |");
        line("|---:|---:|---:|---:|---:|---:|---:|");
        line("| " + view.targets() + " | " + view.done() + " | " + view.failed() + " | " + view.unknown() + " | "
                + view.pending() + " | "
                + view.notStarted() + " | " + view.exposureMax() + " of " + view.exposure() + " |");
        line("");
        table("Facets of the whole tenant, by outcome", view.judgements());
        table("Left out", view.leftOut());
        if (!view.unwatched().isEmpty()) {
            line("Nobody can read these facets in this tenant, so nothing is said about them: "
                    + String.join(", ", view.unwatched()) + ".");
            line("");
        }
    }

    private void people(String title, List<RunView.Person> people) {
        if (people.isEmpty()) {
            return;
        }
        line("## " + title + ": " + people.size());
        line("");
        line("| Account | Object id | State | Found |");
        line("|---|---|---|---|");
        people.forEach(person -> line("| " + cell(person.name()) + " | " + person.id() + " | " + person.state() + " | "
                + cell(String.join("; ", person.phrases())) + " |"));
        line("");
    }

    private void list(String title, List<String> items) {
        if (items.isEmpty()) {
            return;
        }
        line("## " + title);
        line("");
        items.forEach(item -> line("- " + cell(item)));
        line("");
    }

    private void wayBack(RunView view) {
        line("## The way back");
        line("");
        line(view.undoDeadline()
                .map(deadline -> "Promised by the service until " + deadline + ": `shisa undo " + view.run() + "`.")
                .orElse("There is none."));
        line("");
        if (view.status().isOpen()) {
            line(view.recovery());
            line("");
        }
    }

    private void verification(RunView view) {
        view.verifyFrom().ifPresent(from -> {
            line("## Provisional");
            line("");
            line("The service may show more of this later. From " + from + " on: `shisa run verify " + view.run()
                    + "`; until then no further bulk plan of this command is made.");
            line("");
        });
    }

    private void anchors(RunView view) {
        line("## What this rests on");
        line("");
        line("- plan " + view.plan() + ", digest " + view.planDigest());
        line("- rehearsals: " + (view.evidence().isEmpty() ? "none needed" : String.join(", ", view.evidence())));
        line("- snapshot before: " + view.snapshotBefore().orElse("none; the accounts were named and read one by one"));
        line("- snapshot after: " + view.snapshotAfter()
                .orElse(view.snapshotBefore().isPresent() ? "none that is provably complete" : "none"));
        line("- journal head: " + view.journalHead());
    }

    private void table(String title, Map<String, ? extends Number> counts) {
        if (counts.isEmpty()) {
            return;
        }
        line("### " + title);
        line("");
        line("| | |");
        line("|---|---:|");
        counts.forEach((name, count) -> row(name, count.toString()));
        line("");
    }

    private void row(String name, String value) {
        line("| " + cell(name) + " | " + cell(value) + " |");
    }

    private static String cell(String value) {
        return value.replace("|", "\\|").replace("\n", " ");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
