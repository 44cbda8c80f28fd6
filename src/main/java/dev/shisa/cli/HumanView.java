package dev.shisa.cli;

import dev.shisa.operation.Resumption;
import dev.shisa.account.Facet;
import dev.shisa.catalog.Choice;
import dev.shisa.catalog.Command;
import dev.shisa.diag.Diagnostic;
import dev.shisa.keepsake.LossTable;
import dev.shisa.operation.Draft;
import dev.shisa.operation.UndoDraft;
import dev.shisa.plan.Plan;
import dev.shisa.plan.Visible;
import dev.shisa.report.RunView;
import dev.shisa.site.TenantKind;
import dev.shisa.text.Text;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

/** For people: data on standard output, talk on standard error. */
final class HumanView implements View {
    private static final int MOST_PEOPLE = 20;

    private final PrintStream documents;
    private final PrintStream out;
    private final PrintStream talk;
    private final Locale locale;
    private final boolean quiet;

    /**
     * A view for people.
     *
     * @param documents where text goes that is itself the data asked for
     * @param out everything else that was asked for
     * @param talk what is said beside it
     */
    HumanView(PrintStream documents, PrintStream out, PrintStream talk, Locale locale, boolean quiet) {
        this.documents = documents;
        this.out = out;
        this.talk = talk;
        this.locale = locale;
        this.quiet = quiet;
    }

    @Override
    public void begin(TenantKind kind, String command) {
        if (kind == TenantKind.SANDBOX) {
            out.println("SANDBOX  " + command);
        } else {
            out.println(kind.label().toUpperCase(Locale.ROOT) + "  " + command);
        }
        out.flush();
    }

    /** Names in it come from files, from the tenant and from the command line; only its line ends are its own. */
    private static String visible(String text) {
        return text.lines().map(Visible::escape).collect(Collectors.joining("\n"));
    }

    @Override
    public void diagnostics(List<Diagnostic> diagnostics) {
        out.flush();
        for (Diagnostic diagnostic : diagnostics) {
            Text line = switch (diagnostic.severity()) {
                case REFUSAL -> Text.of("refused ({0}): {1}", diagnostic.status().code(), diagnostic.summary());
                case WARNING -> Text.of("warning: {0}", diagnostic.summary());
                case NOTE -> diagnostic.summary();
            };
            talk.println(visible(line.in(locale)));
            diagnostic.believed().ifPresent(text -> detail(Text.of("believed: {0}", text)));
            diagnostic.found().ifPresent(text -> detail(Text.of("found:    {0}", text)));
            diagnostic.remedy().ifPresent(text -> detail(Text.of("do:       {0}", text)));
        }
        talk.flush();
    }

    private void detail(Text text) {
        talk.println("  " + visible(text.in(locale)));
    }

    @Override
    public void plan(Draft draft) {
        Plan plan = draft.plan();
        Command command = draft.decision().command();
        out.println();
        out.println("Plan      " + plan.id());
        out.println(("Command   " + plan.command() + " " + String.join(" ", draft.decision().words())).strip());
        out.println("          " + command.summary().in(locale));
        out.println("Tenant    " + plan.domain() + "  (" + plan.kind().label() + ", " + plan.activeAccounts()
                + " active accounts, "
                + plan.tenantId() + ")");
        out.println("Targets   " + plan.targets().size());
        plan.shapes().forEach((shape, count) -> out.println(String.format(Locale.ROOT, "  %7d  %s", count, shape)));
        if (plan.targets().size() <= MOST_PEOPLE) {
            plan.targets()
                    .forEach(target -> out.println("           " + Visible.escape(target.name()) + "  " + target.id()));
        }
        out.println("Left out  " + plan.leftOutCount());
        plan.leftOut().forEach((reason, count) -> out.println(String.format(Locale.ROOT, "  %7d  %s", count, reason)));
        loss(draft);
        out.println("At most   " + plan.exposure() + (plan.exposure() == 1 ? " account is" : " accounts are")
                + " written and not yet looked at");
        out.println("Snapshot  " + plan.basis().map(basis -> basis.snapshot() + " (proved complete)")
                .orElse("none: these accounts were named, and each was read singly"));
        if (!plan.unwatched().isEmpty()) {
            out.println("Not seen  " + labels(plan.unwatched())
                    + ": nobody can read these here, so nothing is said about them");
        }
        out.flush();
    }

    private void loss(Draft draft) {
        Plan plan = draft.plan();
        out.println("Loss      " + (plan.loss().isEmpty() ? "nothing" : labels(plan.loss())));
        draft.decision().contract().effects().forEach(effect -> out.println(String.format(Locale.ROOT, "  %-9s  %s%s",
                effect.change().facet().label(), effect.change().describe(),
                effect.after().map(delay -> ", put off by the service for " + delay.toDays() + " days").orElse(""))));
        LossTable.of(draft.decision().contract()).forEach(row -> out.println("          " + row.part() + ": "
                + row.fate().label() + " (" + row.how() + ")"));
        for (Choice choice : draft.decision().command().choices()) {
            choice.options().stream().filter(option -> plan.options().contains(option.name()))
                    .forEach(option -> out.println("          " + option.consequence().in(locale)));
        }
        out.println("Undo      " + draft.decision().undo()
                .map(undo -> "until " + plan.undoDeadline().map(Object::toString).orElse("?") + ": "
                        + undo.worth().in(locale))
                .orElse("none: this cannot be taken back"));
    }

    @Override
    public void undo(UndoDraft draft) {
        out.println();
        out.println("Undo of   " + draft.summary().run() + ": " + draft.summary().command() + ", "
                + draft.summary().status().label());
        out.println("Targets   " + draft.targets().size() + " accounts do not look as they did before that run");
        draft.targets().stream().limit(MOST_PEOPLE)
                .forEach(target -> out.println("           " + Visible.escape(target.name()) + "  "
                        + target.id()));
        if (draft.targets().size() > MOST_PEOPLE) {
            out.println("           and " + (draft.targets().size() - MOST_PEOPLE) + " more");
        }
        draft.conflicts().stream().limit(MOST_PEOPLE).forEach(conflict -> out.println(
                "Conflict  " + Visible.escape(conflict.name()) + ": " + Visible.escape(conflict.sentence())));
        if (draft.conflicts().size() > MOST_PEOPLE) {
            out.println("Conflict  " + (draft.conflicts().size() - MOST_PEOPLE) + " more");
        }
        out.println("Loss      " + (draft.loss().isEmpty() ? "nothing" : labels(draft.loss())));
        out.flush();
    }

    @Override
    public void resume(Resumption resumption) {
        out.println();
        out.println("Going on with " + resumption.summary().run() + ": " + resumption.summary().command());
        resumption.reasons().forEach(reason -> out.println("Stopped   " + reason));
        out.println("Believed  " + Recoveries.text(Recoveries.believed(resumption.recovered())));
        out.println("Found     " + Recoveries.text(Recoveries.counts(resumption.recovered())));
        Recoveries.remarkable(resumption.recovered()).stream().limit(MOST_PEOPLE)
                .forEach(look -> out.println("          " + look.target() + " was " + look.believed().label()
                        + ", is " + look.cell().label()
                        + (look.found().isEmpty() ? "" : ": " + Visible.escape(String.join("; ", look.found())))));
        out.println("Unsettled " + resumption.tally().unsettled().size()
                + " accounts; each is looked at until it is settled, before anything more is sent");
        out.println("Left      " + resumption.rest().plan().targets().size() + " of "
                + resumption.plan().targets().size() + " accounts");
        resumption.changed().stream().limit(MOST_PEOPLE).forEach(target -> out.println(
                "Changed   " + Visible.escape(target.name()) + " is not as it was planned for; it will be left alone"));
        if (resumption.changed().size() > MOST_PEOPLE) {
            out.println("Changed   " + (resumption.changed().size() - MOST_PEOPLE) + " more");
        }
        out.println("Loss      " + labels(resumption.rest().plan().loss()));
        out.flush();
    }

    @Override
    public void waveOpened(String run, int wave, int waves, int size, int onTheirWay, int exposure) {
        say("run " + run + ": wave " + wave + " of " + waves + ", " + size + (size == 1 ? " account" : " accounts")
                + " (unjudged " + (onTheirWay + size) + " of at most " + exposure + ")");
    }

    @Override
    public void gatePassed(int wave, String verdict, int done, int targets, int onTheirWay, int exposureMax) {
        String still = onTheirWay == 0 ? "" : ", " + onTheirWay + " on their way";
        say((wave == 0 ? "  completion gate " : "  gate " + wave + " ") + verdict + ": " + done + " of " + targets
                + " done" + still + " (most unjudged " + exposureMax + ")");
    }

    @Override
    public void note(String sentence) {
        say(sentence);
    }

    private void say(String sentence) {
        if (!quiet) {
            talk.println(sentence);
            talk.flush();
        }
    }

    @Override
    public void row(String type, SortedMap<String, Object> members, List<String> order) {
        StringBuilder line = new StringBuilder();
        for (String name : order) {
            Object value = members.getOrDefault(name, "");
            line.append(line.isEmpty() ? "" : "  ").append(Visible.escape(String.valueOf(value)));
        }
        out.println(line);
    }

    @Override
    public void document(String text) {
        documents.print(text);
        documents.flush();
    }

    @Override
    public void end(Outcome outcome) {
        outcome.view().ifPresent(this::run);
        outcome.view().flatMap(_ -> outcome.auditHead()).ifPresent(head -> out.println("Audit     head " + head));
        outcome.report().ifPresent(file -> out.println("Report    " + file));
        outcome.next().ifPresent(line -> {
            out.println();
            out.println("Next:");
            out.println("  " + line);
        });
        out.println();
        out.println("status: " + outcome.status() + ", exit " + outcome.exit().code());
        out.println("write calls: " + outcome.writeCalls());
        out.flush();
    }

    private void run(RunView view) {
        out.println();
        out.println("Run       " + view.run() + ": " + view.status().label());
        out.println("Done      " + view.done() + " of " + view.targets() + "  (failed " + view.failed() + ", unknown "
                + view.unknown()
                + ", not visible yet " + view.pending() + ", not started " + view.notStarted() + ")");
        out.println("Judged    " + text(view.judgements()));
        out.println("Unjudged  at most " + view.exposureMax() + " accounts at a time (limit " + view.exposure() + ")");
        view.harmed().stream().limit(MOST_PEOPLE)
                .forEach(person -> out.println("  LOST    " + Visible.escape(person.name()) + ": "
                        + String.join("; ", person.phrases())));
        if (view.harmed().size() > MOST_PEOPLE) {
            out.println("  LOST    " + (view.harmed().size() - MOST_PEOPLE) + " more, all in the report");
        }
        view.notDone().stream().filter(person -> !person.state().equals("violated")).limit(MOST_PEOPLE)
                .forEach(person -> out.println("  " + person.state() + "  " + Visible.escape(person.name()) + ": "
                        + String.join("; ", person.phrases())));
        view.stops().forEach(reason -> out.println("Stopped   " + reason));
        view.warnings().stream().limit(MOST_PEOPLE).forEach(warning -> out.println("Warning   " + warning));
        if (view.warnings().size() > MOST_PEOPLE) {
            out.println("Warning   " + (view.warnings().size() - MOST_PEOPLE) + " more, all in the report");
        }
        view.noise().forEach(line -> out.println("Noise     " + line));
        view.background().stream().limit(MOST_PEOPLE).forEach(line -> out.println("By others " + Visible.escape(line)));
        if (view.background().size() > MOST_PEOPLE) {
            out.println("By others " + (view.background().size() - MOST_PEOPLE) + " more, all in the report");
        }
        view.snapshotBefore().ifPresent(before -> out.println(
                "Snapshots " + before + " -> " + view.snapshotAfter().orElse("none that is provably complete")));
        view.verifyFrom().ifPresent(
                from -> out.println("Provisional until it is verified, from " + from + " on: shisa run verify "
                        + view.run()));
        view.undoDeadline().ifPresent(
                deadline -> out.println("Undo      shisa undo " + view.run() + ", promised until " + deadline));
        out.println("Journal   head " + view.journalHead());
    }

    private static String text(Map<String, Long> counts) {
        return counts.isEmpty()
                ? "nothing could be judged"
                : String.join(", ",
                        counts.entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey()).toList());
    }

    private static String labels(Collection<Facet> facets) {
        return String.join(", ", new TreeSet<>(facets).stream().map(Facet::label).toList());
    }
}
