package dev.shisa.cli;

import dev.shisa.operation.Resumption;
import dev.shisa.account.Facet;
import dev.shisa.catalog.Choice;
import dev.shisa.catalog.Command;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.journal.RunKind;
import dev.shisa.keepsake.LossTable;
import dev.shisa.operation.Draft;
import dev.shisa.operation.UndoDraft;
import dev.shisa.plan.Plan;
import dev.shisa.plan.Target;
import dev.shisa.plan.Visible;
import dev.shisa.report.FacetChange;
import dev.shisa.report.RunView;
import dev.shisa.site.TenantKind;
import dev.shisa.text.Sentence;
import dev.shisa.text.Text;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** For people: data on standard output, talk on standard error. */
final class HumanView implements View {
    private static final int MOST_PEOPLE = 20;

    private final PrintStream documents;
    private final PrintStream out;
    private final PrintStream talk;
    private final Screen screen;
    private final Supplier<Layout> layout;
    private final Locale locale;
    private final boolean quiet;
    private final LiveRun live;
    private final Listing listing;
    private boolean isWatched;
    private String command = "";
    private String named = "";
    private boolean isListed;

    /**
     * A view for people.
     *
     * @param documents where text goes that is itself the data asked for
     * @param out everything else that was asked for
     * @param talk what is said beside it
     * @param surface what people see it on
     */
    HumanView(PrintStream documents, PrintStream out, PrintStream talk, Surface surface, Locale locale, boolean quiet) {
        this.documents = documents;
        this.out = out;
        this.talk = talk;
        this.locale = locale;
        this.quiet = quiet;
        LiveLine line = new LiveLine(out, surface.columns());
        this.layout = () -> new Layout(surface.columns().getAsInt(), locale);
        this.screen = new Screen(out, layout, line);
        this.live = new LiveRun(line, locale, surface.isTerminal() && !quiet);
        this.listing = new Listing(screen);
    }

    @Override
    public void begin(TenantKind kind, String command) {
        this.command = command;
        if (kind == TenantKind.SANDBOX) {
            out.println("SANDBOX  " + command);
        } else {
            out.println(kind.label().toUpperCase(Locale.ROOT) + "  " + command);
        }
        out.flush();
    }

    @Override
    public void diagnostics(List<Diagnostic> diagnostics) {
        listing.end();
        live.end();
        out.flush();
        for (Diagnostic diagnostic : diagnostics) {
            Text line = switch (diagnostic.severity()) {
                case REFUSAL -> Text.of("refused ({0}): {1}", diagnostic.status().code(), diagnostic.summary());
                case WARNING -> Text.of("warning: {0}", diagnostic.summary());
                case NOTE -> diagnostic.summary();
            };
            told(line, 0);
            diagnostic.believed().ifPresent(text -> detail(Text.of("believed: {0}", text)));
            diagnostic.found().ifPresent(text -> detail(Text.of("found:    {0}", text)));
            diagnostic.remedy().ifPresent(text -> detail(Text.of("do:       {0}", text)));
        }
        talk.flush();
    }

    private void detail(Text text) {
        told(text, 2);
    }

    /** Only its line ends are its own: names in it come from files, from the tenant and from the command line. */
    private void told(Text text, int indent) {
        text.in(locale).lines().map(Visible::escape)
                .flatMap(line -> layout.get().lines(" ".repeat(indent), line, indent + 2 + blanks(line)).stream())
                .forEach(talk::println);
    }

    private static int blanks(String line) {
        return line.length() - line.stripLeading().length();
    }

    @Override
    public void plan(Draft draft) {
        listing.end();
        Plan plan = draft.plan();
        Command command = draft.decision().command();
        screen.gap();
        screen.entry(Text.of("Plan"), plan.id());
        screen.entry(Text.of("Command"), (plan.command() + " " + String.join(" ", draft.decision().words())).strip());
        screen.more(command.summary().in(locale));
        screen.entry(Text.of("Tenant"), Text.of("{0}  ({1}, {2} active accounts, {3})", plan.domain(),
                Text.word(plan.kind().label()), plan.activeAccounts(), plan.tenantId()));
        screen.entry(Text.of("Targets"), String.valueOf(plan.targets().size()));
        plan.shapes().forEach((shape, count) -> screen.count(count, shape));
        if (plan.targets().size() <= MOST_PEOPLE) {
            plan.targets().forEach(target -> screen.more(" " + Visible.escape(target.name()) + "  " + target.id()));
        }
        screen.entry(Text.of("Left out"), String.valueOf(plan.leftOutCount()));
        plan.leftOut().forEach((reason, count) -> screen.count(count, said(reason)));
        loss(draft);
        screen.entry(Text.of("At most"), Text.counted(plan.exposure(), "{0} account is written and not yet looked at",
                "{0} accounts are written and not yet looked at"));
        screen.entry(Text.of("Snapshot"), plan.basis().map(basis -> Text.of("{0} (proved complete)", basis.snapshot()))
                .orElse(Text.of("none: these accounts were named, and each was read singly")));
        if (!plan.unwatched().isEmpty()) {
            screen.entry(Text.of("Not seen"), Text.of(
                    "{0}: nobody can read these here, so nothing is said about them", facets(plan.unwatched())));
        }
        screen.flush();
    }

    private void loss(Draft draft) {
        Plan plan = draft.plan();
        screen.entry(Text.of("Loss"), lost(plan.loss()));
        draft.decision().contract().effects().forEach(effect -> screen.line("  "
                + Layout.padded(facet(effect.change().facet()), 9) + "  "
                + FacetChange.value(effect.change().describe()).in(locale)
                + effect.after()
                        .map(delay -> Text.of(", put off by the service for {0} days", delay.toDays()).in(locale))
                        .orElse("")));
        LossTable.of(draft.decision().contract()).forEach(row -> screen.more(Text.of("{0}: {1} ({2})",
                Text.word(row.part()), Text.word(row.fate().label()), Text.word(row.how())).in(locale)));
        for (Choice choice : draft.decision().command().choices()) {
            choice.options().stream().filter(option -> plan.options().contains(option.name()))
                    .forEach(option -> screen.more(option.consequence().in(locale)));
        }
        screen.entry(Text.of("Undo"), draft.decision().undo()
                .map(undo -> Text.of("until {0}: {1}", plan.undoDeadline().map(Object::toString).orElse("?"),
                        undo.worth().in(locale)))
                .orElse(Text.of("none: this cannot be taken back")));
    }

    @Override
    public void undo(UndoDraft draft, int left) {
        listing.end();
        List<Target> open = draft.open();
        screen.gap();
        screen.entry(Text.of("Undo of"), draft.summary().run() + ": " + draft.summary().command() + ", "
                + screen.said(Text.word(draft.summary().status().label())));
        screen.entry(Text.of("Tenant"), draft.summary().domain());
        screen.entry(Text.of("Targets"), Text.counted(open.size(),
                "{0} account does not look as it did before that run",
                "{0} accounts do not look as they did before that run"));
        open.stream().limit(MOST_PEOPLE)
                .forEach(target -> screen.more(" " + Visible.escape(target.name()) + "  " + target.id()));
        if (open.size() > MOST_PEOPLE) {
            screen.more(" " + screen.said(Text.of("and {0} more", open.size() - MOST_PEOPLE)));
        }
        if (!draft.back().isEmpty()) {
            screen.entry(Text.of("Back"), Text.listed(draft.back().entrySet().stream()
                    .map(entry -> Text.counted(entry.getValue(), "{1} of {0} account", "{1} of {0} accounts",
                            Text.word(entry.getKey().label())))
                    .toList()));
        }
        if (left != draft.targets().size()) {
            screen.entry(Text.of("Left"), Text.of("{0} of {1} accounts", left, draft.targets().size()));
        }
        several(Text.of("Conflict"), draft.conflicts().stream().map(
                conflict -> Visible.escape(conflict.name()) + ": " + said(conflict.sentence()))
                .toList());
        screen.entry(Text.of("Loss"), lost(draft.loss()));
        screen.flush();
    }

    @Override
    public void resume(Resumption resumption) {
        listing.end();
        screen.gap();
        screen.line(screen.said(Text.of("Going on with {0}: {1}", resumption.summary().run(),
                resumption.summary().command())));
        screen.entry(Text.of("Tenant"), resumption.plan().domain());
        resumption.reasons().forEach(reason -> screen.entry(Text.of("Stopped"), said(reason)));
        screen.entry(Text.of("Believed"), states(Recoveries.believed(resumption.recovered())));
        screen.entry(Text.of("Found"), states(Recoveries.counts(resumption.recovered())));
        Recoveries.remarkable(resumption.recovered()).stream().limit(MOST_PEOPLE)
                .forEach(look -> screen.more(Text.of("{0} was {1}, is {2}", look.target(),
                        Text.word(look.believed().label()), Text.word(look.cell().label())).in(locale)
                        + (look.found().isEmpty() ? "" : ": " + said(look.found()))));
        screen.entry(Text.of("Unsettled"), Text.counted(resumption.tally().unsettled().size(),
                "{0} account; it is looked at until it is settled, before anything more is sent",
                "{0} accounts; each is looked at until it is settled, before anything more is sent"));
        screen.entry(Text.of("Left"), Text.of("{0} of {1} accounts", resumption.rest().plan().targets().size(),
                resumption.plan().targets().size()));
        several(Text.of("Changed"), resumption.changed().stream().map(target -> Text.of(
                "{0} is not as it was planned for; it will be left alone", Visible.escape(target.name())).in(locale))
                .toList());
        screen.entry(Text.of("Loss"), lost(resumption.rest().plan().loss()));
        screen.flush();
    }

    /** The first of them under that label, and how many more there are. */
    private void several(Text label, List<String> lines) {
        lines.stream().limit(MOST_PEOPLE).forEach(line -> screen.entry(label, line));
        if (lines.size() > MOST_PEOPLE) {
            screen.entry(label, more(lines.size()));
        }
    }

    private static Text more(int all) {
        return Text.of("and {0} more; the report has them all", all - MOST_PEOPLE);
    }

    @Override
    public void waveOpened(String run, int wave, int waves, int size, int onTheirWay, int exposure) {
        live.waveOpened(wave, waves, onTheirWay + size, exposure);
        if (!run.equals(named)) {
            named = run;
            say(Text.of("run {0}", run));
        }
        say(Text.counted(size, "wave {1} of {2}: {0} account (unjudged {3} of at most {4})",
                "wave {1} of {2}: {0} accounts (unjudged {3} of at most {4})", wave, waves, onTheirWay + size,
                exposure));
    }

    @Override
    public void gatePassed(int wave, String verdict, Standing standing) {
        live.gatePassed(standing);
        Text still = standing.onTheirWay() == 0
                ? Text.verbatim("")
                : Text.of(", {0} on their way", standing.onTheirWay());
        Text name = wave == 0 ? Text.of("completion gate") : Text.of("gate {0}", wave);
        say(Text.of("  {0} {1}: {2} of {3} done{4} (most unjudged {5})", name, Text.word(verdict), standing.done(),
                standing.targets(), still, standing.exposureMax()));
    }

    @Override
    public void waiting(Duration wait, String why) {
        if (!live.waiting(wait, why)) {
            say(RunProgress.waiting(wait, why));
        }
    }

    @Override
    public void note(Text sentence) {
        listing.end();
        say(sentence);
    }

    private void say(Text sentence) {
        if (!quiet) {
            live.behind(() -> {
                told(sentence, 0);
                talk.flush();
            });
        }
    }

    @Override
    public void standing(RunStanding standing) {
        if (!isWatched) {
            isWatched = true;
            screen.gap();
            screen.entry(Text.of("Run"), standing.run());
            screen.entry(Text.of("Command"), standing.command());
            screen.entry(Text.of("Tenant"),
                    Text.of("{0} ({1})", standing.domain(), Text.word(standing.kind().label())));
            screen.entry(Text.of("By"), Text.of("{0}, since {1}", said(standing.by()), standing.started()));
            standing.haltLine().ifPresent(line -> screen.entry(Text.of("To halt"), line));
            screen.gap();
        }
        standing.halt().ifPresent(reason -> screen.entry(Text.of("Halted"), said(reason)));
        screen.line(screen.said(standing.line(HumanView::counted)));
        screen.flush();
    }

    @Override
    public void row(String type, SortedMap<String, Object> members, List<String> order) {
        isListed = true;
        if (layout.get().columns() == Layout.ENDLESS) {
            inPipe(members, order);
        } else {
            listing.add(members, order);
        }
    }

    /** In a pipe a row is a line without a heading, so that tools can count and cut it. */
    private void inPipe(SortedMap<String, Object> members, List<String> order) {
        String text = order.stream().map(name -> Visible.escape(String.valueOf(members.getOrDefault(name, ""))))
                .collect(Collectors.joining("  "));
        live.behind(() -> out.println(text));
    }

    @Override
    public void document(String text) {
        listing.end();
        documents.print(text);
        documents.flush();
    }

    @Override
    public void end(Outcome outcome) {
        listing.end();
        live.end();
        if (command.endsWith(" list") && !isListed && outcome.exit() == ExitStatus.DONE
                && layout.get().columns() != Layout.ENDLESS) {
            screen.line(screen.said(Text.of("There are none.")));
        }
        outcome.view().ifPresent(this::run);
        outcome.view().flatMap(_ -> outcome.auditHead())
                .ifPresent(head -> screen.entry(Text.of("Audit"), Text.of("head {0}", head)));
        if (outcome.view().isEmpty() && outcome.run().isPresent()) {
            outcome.undoDeadline().ifPresent(deadline -> undo(outcome.run().get(), deadline));
        }
        outcome.report().ifPresent(file -> screen.whole(Text.of("Report"), file));
        outcome.next().ifPresent(line -> {
            screen.gap();
            screen.line(screen.said(Text.of("Next:")));
            screen.whole("  " + line);
        });
        screen.gap();
        screen.line(screen.said(Text.of("status: {0}, exit {1}", Text.word(outcome.status()), outcome.exit().code())));
        screen.line(screen.said(Text.of("write calls: {0}", outcome.writeCalls())));
        screen.flush();
    }

    private void run(RunView view) {
        screen.gap();
        screen.entry(Text.of("Run"), view.run() + ": " + screen.said(Text.word(view.status().label())));
        screen.entry(Text.of("Done"), Text.of(
                "{0} of {1}  (failed {2}, unknown {3}, not visible yet {4}, not started {5})", view.done(),
                view.targets(), view.failed(), view.unknown(), view.pending(), view.notStarted()));
        screen.entry(Text.of("Judged"), view.kind() == RunKind.UNDO
                ? Text.of("by how it was before {0}: {1}", view.plan(), judged(view.judged()))
                : judged(view.judged()));
        screen.entry(Text.of("Unjudged"),
                Text.of("at most {0} accounts at a time (limit {1})", view.exposureMax(), view.exposure()));
        view.harmed().stream().limit(MOST_PEOPLE).forEach(person -> screen.line(Text.of("  LOST    {0}: {1}",
                Visible.escape(person.name()), said(person.phrases())).in(locale)));
        if (view.harmed().size() > MOST_PEOPLE) {
            screen.line(
                    Text.of("  LOST    {0} more, all in the report", view.harmed().size() - MOST_PEOPLE).in(locale));
        }
        view.notDone().stream().filter(person -> !person.state().equals("violated")).limit(MOST_PEOPLE)
                .forEach(person -> screen.line("  " + Text.word(person.state()).in(locale) + "  "
                        + Visible.escape(person.name()) + ": " + said(person.phrases())));
        view.stops().forEach(reason -> screen.entry(Text.of("Stopped"), said(reason)));
        several(Text.of("Warning"), view.warnings().stream().map(this::said).toList());
        view.noise().forEach(line -> screen.entry(Text.of("Noise"), said(line)));
        several(Text.of("By others"), view.background().stream().map(this::said).toList());
        view.snapshotBefore().ifPresent(before -> screen.entry(Text.of("Snapshots"), before + " -> "
                + view.snapshotAfter().orElseGet(() -> screen.said(Text.of("none that is provably complete")))));
        view.verifyFrom()
                .ifPresent(from -> screen.whole(Text.of("Provisional until it is verified, from {0} on:", from),
                        "shisa run verify " + view.run()));
        view.undoDeadline().ifPresent(deadline -> undo(view.run(), deadline.toString()));
        screen.entry(Text.of("Journal"), Text.of("head {0}", view.journalHead()));
    }

    private void undo(String run, String deadline) {
        screen.entry(Text.of("Undo"), Text.of("shisa undo {0}, until {1}", run, deadline));
    }

    /** What stands in files, in the language of the reader; nothing in it moves the cursor or forges a line. */
    private String said(String sentence) {
        return Visible.escape(new Sentence(sentence).in(locale));
    }

    private String said(List<String> sentences) {
        return Visible.escape(Sentence.several(sentences).in(locale));
    }

    private Text states(SortedMap<String, Integer> counts) {
        return counts.isEmpty() ? Text.of("nothing was sent") : counted(counts);
    }

    private static Text judged(Map<String, Long> counts) {
        return counts.isEmpty() ? Text.of("nothing could be judged") : counted(counts);
    }

    private static Text counted(Map<String, ? extends Number> counts) {
        return Text.listed(counts.entrySet().stream()
                .map(entry -> Text.of("{0} {1}", entry.getValue(), Text.word(entry.getKey()))).toList());
    }

    private String lost(Collection<Facet> facets) {
        return facets.isEmpty() ? screen.said(Text.of("nothing")) : facets(facets);
    }

    private String facets(Collection<Facet> facets) {
        return screen.said(Text.listed(new TreeSet<>(facets).stream().map(this::facet).map(Text::verbatim).toList()));
    }

    /** Facets are typed as they are called in English, so that name is shown whatever the language. */
    private String facet(Facet facet) {
        String name = Text.word(facet.label()).in(locale);
        return name.equals(facet.label()) ? name : facet.label() + " (" + name + ")";
    }
}
