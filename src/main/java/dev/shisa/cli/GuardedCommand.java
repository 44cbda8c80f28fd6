package dev.shisa.cli;

import dev.shisa.text.Text;
import java.time.Instant;
import dev.shisa.operation.TimedGo;
import dev.shisa.account.Facet;
import dev.shisa.catalog.Choice;
import dev.shisa.catalog.Command;
import dev.shisa.catalog.Decision;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.operation.Archive;
import dev.shisa.operation.Connection;
import dev.shisa.operation.Draft;
import dev.shisa.operation.Operation;
import dev.shisa.operation.Planning;
import dev.shisa.operation.RunSummary;
import dev.shisa.operation.Settlement;
import dev.shisa.operation.Terms;
import dev.shisa.plan.Plan;
import dev.shisa.plan.Visible;
import dev.shisa.report.RunView;
import dev.shisa.tenant.TenantFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** A command of the catalog on the command line: the same options for all, and those that its choices and parameters demand. */
final class GuardedCommand {
    private final Desk desk;
    private final Command command;
    private Optional<Connection> connection = Optional.empty();

    GuardedCommand(Desk desk, Command command) {
        this.desk = desk;
        this.command = command;
    }

    /** What is typed, before anything is parsed. */
    CommandSpec spec() {
        Locale locale = desk.options().locale();
        CommandSpec spec = CommandTree.helped(CommandSpec.create().name(command.verb()));
        spec.usageMessage().description(command.summary().in(locale),
                "Without --execute a plan is made and shown, and nothing is written.");
        spec.addPositional(PositionalParamSpec.builder().paramLabel("ACCOUNT").arity("0..*").type(List.class)
                .auxiliaryTypes(String.class)
                .description("Accounts, by sign-in name, address or object id.").build());
        text(spec, "--from", "FILE", "Accounts from a file, one a line.");
        text(spec, "--filter", "ODATA", "Accounts that the service picks by this filter.");
        text(spec, "--group", "ID", "The members of this group.");
        flag(spec, "--all", "Every account that this command accepts.");
        text(spec, "--exclude-from", "FILE", "Accounts to leave out, one a line.");
        text(spec, "--column", "NAME", "The column that names the accounts, where a file is a CSV.");
        for (Choice choice : command.choices()) {
            choice.options().forEach(option -> flag(spec, "--" + option.name(), option.consequence().in(locale)));
        }
        command.parameters()
                .forEach(parameter -> text(spec, "--" + parameter.name(), parameter.name().toUpperCase(Locale.ROOT),
                        parameter.meaning().in(locale)));
        text(spec, "--expect-count", "N", "Refuse unless exactly so many accounts remain.");
        text(spec, "--reason", "TEXT", "Why; kept with the plan.");
        text(spec, "--ticket", "ID", "The ticket; kept with the plan.");
        flag(spec, "--execute", "Write. Rehearses first where evidence lacks.");
        text(spec, "--not-before", "TIME",
                "Wait until then, by the service's clock, and look again before anything is written.");
        text(spec, "--confirm", "COUNT@DOMAIN", "What the plan says: how many accounts of which tenant.");
        text(spec, "--accept-loss", "FACET,…", "What the plan says is lost.");
        return spec;
    }

    private static void text(CommandSpec spec, String name, String label, String description) {
        spec.addOption(OptionSpec.builder(name).paramLabel(label).type(String.class).arity("1")
                .description(escaped(description)).build());
    }

    private static void flag(CommandSpec spec, String name, String description) {
        spec.addOption(
                OptionSpec.builder(name).type(boolean.class).arity("0").description(escaped(description)).build());
    }

    private static String escaped(String description) {
        return description.replace("%", "%%");
    }

    /** Carries out a parsed command line. */
    int run(ParseResult parsed) {
        return desk.carryOut(command.name(), session -> work(session, parsed));
    }

    private Outcome work(Session session, ParseResult parsed)
            throws RefusedException, IOException, TenantFailure, InterruptedException {
        Decision decision = decide(parsed);
        Planning.Accounts accounts = accounts(parsed).accounts();
        Terms terms = terms(parsed);
        boolean execute = parsed.hasMatchedOption("--execute");
        if (!execute && (terms.confirmation().isPresent() || terms.acceptedLoss().isPresent())) {
            throw usage(Text.of("--confirm and --accept-loss go with --execute."),
                    Text.of("Add --execute, or leave them out."));
        }
        Optional<Instant> notBefore = moment(text(parsed, "--not-before"));
        if (!execute && notBefore.isPresent()) {
            throw usage(Text.of("--not-before goes with --execute."), Text.of("Add --execute, or leave it out."));
        }
        Archive archive = session.archive();
        if (execute) {
            session.lock(session.choice().tenantId(), command.name());
        }
        Draft draft = draft(session, decision, accounts, parsed, execute);
        session.view().plan(draft);
        Plan plan = draft.plan();
        session.tell(session.outcome().planned(plan.id(), plan.targets().size(), plan.leftOutCount(),
                plan.confirmation(),
                plan.loss().stream().map(Facet::label).sorted().toList(), plan.undoDeadline().map(Object::toString)));
        if (!execute) {
            Optional<Diagnostic> count = terms.countRefusal(plan.targets().size());
            if (count.isPresent()) {
                throw new RefusedException(count.get());
            }
            foretell(session, draft, terms);
            return session.outcome().next(session.line(applyWords(plan))).ending("planned", ExitStatus.DONE,
                    session.writeCalls());
        }
        Terms spoken = SpokenOptions.ask(session, terms, plan.loss());
        return execute(session, connection.orElseThrow(), draft, spoken, archive, notBefore);
    }

    /** What the policies would say now. Only what is wrong with them refuses a plan; what they ask about may be known when it is applied. */
    private void foretell(Session session, Draft draft, Terms terms)
            throws RefusedException, IOException, TenantFailure {
        Connection here = connection.orElseThrow();
        here.book().rules(here.identity().serverTime());
        try {
            PolicyCommands.tell(Settlement.preview(draft, terms, here, session.archive(), session.catalog()),
                    session.view());
        } catch (RefusedException e) {
            e.diagnostics().forEach(refusal -> session.view()
                    .note(Text.of("What the policies say cannot be told now: {0}", refusal.summary())));
        }
    }

    private Draft draft(Session session, Decision decision, Planning.Accounts accounts, ParseResult parsed,
            boolean execute)
            throws RefusedException, IOException {
        List<Diagnostic> closed = execute
                ? Settlement.closed(session.archive(), session.choice().tenantId())
                : List.of();
        try {
            connection = Optional.of(execute ? session.connectToWrite() : session.connect());
            return new Planning(connection.get(), session.archive(), session.names())
                    .plan(new Planning.Request(decision, accounts,
                            text(parsed, "--reason").orElse(""), text(parsed, "--ticket").orElse("")));
        } catch (RefusedException e) {
            List<Diagnostic> all = new ArrayList<>(closed);
            all.addAll(e.diagnostics());
            throw new RefusedException(all);
        }
    }

    /** Settles every refusal, waits where that is wanted, rehearses, runs and tells how it went. */
    static Outcome execute(Session session, Connection connection, Draft draft, Terms terms, Archive archive,
            Optional<Instant> notBefore) throws RefusedException, IOException, TenantFailure, InterruptedException {
        Settlement settlement = Settlement.of(draft, Optional.of(terms), connection, archive, session.catalog(),
                session.names());
        Operation operation = new Operation(connection, archive, session.names(), session.operator(),
                session.catalog());
        if (notBefore.isPresent() && operation.refusals(settlement).isEmpty()) {
            session.view().note(Text.of("Waiting until {0} by the service's clock.", notBefore.get()));
            Draft fresh = TimedGo.await(draft, notBefore.get(), connection, archive, session.catalog(),
                    session.names(), session.timer());
            session.view().plan(fresh);
            settlement = Settlement.of(fresh, Optional.of(terms), connection, archive, session.catalog(),
                    session.names());
        }
        try {
            RunView view = operation.run(settlement);
            return ran(session, view, archive, view.run());
        } catch (RefusedException e) {
            if (e.diagnostics().stream().anyMatch(refusal -> refusal.status() == ExitStatus.APPROVAL)) {
                session.tell(session.outcome().next(session.line(List.of("approve", draft.plan().id()))));
            }
            throw e;
        }
    }

    /** A moment as typed, with its offset. */
    static Optional<Instant> moment(Optional<String> typed) throws RefusedException {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(typed.get()).toInstant());
        } catch (DateTimeException e) {
            throw usage(Text.of("--not-before is not a moment with its offset: {0}", typed.get()),
                    Text.of("Write it like 2026-11-22T20:00:00Z or 2026-11-22T20:00+09:00."));
        }
    }

    /**
     * The last word about a run.
     *
     * @param back the run to be undone if this did not end well
     */
    static Outcome ran(Session session, RunView view, Archive archive, String back) throws IOException {
        RunCommands.warnOfHalt(session.view(), archive, view.run());
        Outcome outcome = session.outcome().ran(view,
                Optional.of(archive.runFolder(view.run()).resolve("report.md").toString()));
        if (RunSummary.goesOn(view.kind(), view.status())) {
            return outcome.next(session.line(List.of("run", "show", view.run())));
        }
        boolean wayBack = view.status().isOpen() || view.undoDeadline().isPresent();
        return wayBack ? outcome.next(session.line(List.of("undo", back))) : outcome;
    }

    /** The words that apply a plan as it stands. */
    static List<String> applyWords(Plan plan) {
        List<String> words = new ArrayList<>(List.of("apply", plan.id()));
        words.addAll(spokenWords(plan.confirmation(), plan.loss()));
        return words;
    }

    /** What has to be said aloud. */
    static List<String> spokenWords(String confirmation, SortedSet<Facet> loss) {
        List<String> words = new ArrayList<>(List.of("--confirm", confirmation));
        if (!loss.isEmpty()) {
            words.add("--accept-loss");
            words.add(String.join(",", loss.stream().map(Facet::label).sorted().toList()));
        }
        return words;
    }

    private Decision decide(ParseResult parsed) throws RefusedException {
        TreeSet<String> options = new TreeSet<>();
        TreeMap<String, String> parameters = new TreeMap<>();
        command.choices().forEach(choice -> choice.options().stream().map(Choice.Option::name)
                .filter(name -> parsed.hasMatchedOption("--" + name)).forEach(options::add));
        command.parameters().forEach(parameter -> text(parsed, "--" + parameter.name())
                .ifPresent(value -> parameters.put(parameter.name(), value)));
        List<Diagnostic> refusals = new ArrayList<>();
        for (Choice choice : command.choices()) {
            long taken = choice.options().stream().filter(option -> options.contains(option.name())).count();
            if (taken != 1) {
                refusals.add(openChoice(choice, taken, parameters));
            }
        }
        command.parameters().stream().filter(parameter -> !parameters.containsKey(parameter.name()))
                .forEach(parameter -> refusals
                        .add(Diagnostic.refusal(ExitStatus.USAGE,
                                Text.of("Option --{0} is missing: {1}", parameter.name(), parameter.meaning()))));
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        return new Decision(command, options, parameters);
    }

    /** A choice has no default: both ways are named, and what each loses. */
    private Diagnostic openChoice(Choice choice, long taken, SortedMap<String, String> parameters) {
        Text ways = Text.of("Say one of:");
        for (Choice.Option option : choice.options()) {
            ways = Text.of("{0}\n      --{1}  (loses: {2})\n          {3}", ways, option.name(),
                    loss(option, parameters), option.consequence());
        }
        Text names = choice.options().stream().map(option -> Text.verbatim("--" + option.name()))
                .reduce((one, other) -> Text.of("{0} or {1}", one, other)).orElseThrow();
        return Diagnostic
                .refusal(ExitStatus.USAGE,
                        taken == 0
                                ? Text.of("{0} has no default for {1}: {2} has to be said.", command.name(),
                                        choice.name(), names)
                                : Text.of("Only one of {0} can be meant.", names))
                .remedy(ways);
    }

    private Text loss(Choice.Option option, SortedMap<String, String> parameters) {
        TreeMap<String, String> filled = new TreeMap<>(parameters);
        command.parameters().forEach(parameter -> filled.putIfAbsent(parameter.name(), "?"));
        SortedSet<String> options = new TreeSet<>();
        command.choices().forEach(other -> options
                .add(other.options().contains(option) ? option.name() : other.options().getFirst().name()));
        SortedSet<Facet> loss = new Decision(command, options, filled).contract().loss();
        if (loss.contains(Facet.IDENTITY)) {
            // The longer list of the milder option would look like the greater loss.
            return Text.of("{0}, and with it everything that belongs to it: mailbox, licences, groups",
                    Text.word(Facet.IDENTITY.label()));
        }
        return loss.isEmpty()
                ? Text.of("nothing")
                : Text.listed(loss.stream().map(facet -> Text.word(facet.label())).toList());
    }

    private static AccountOptions accounts(ParseResult parsed) {
        List<String> named = parsed.matchedPositionals().isEmpty()
                ? List.of()
                : parsed.matchedPositionals().stream()
                        .flatMap(positional -> positional.stringValues().stream()).toList();
        return new AccountOptions(named, text(parsed, "--from").map(Path::of), text(parsed, "--filter"),
                text(parsed, "--group"),
                parsed.hasMatchedOption("--all"), text(parsed, "--exclude-from").map(Path::of),
                text(parsed, "--column"));
    }

    private static Terms terms(ParseResult parsed) throws RefusedException {
        return terms(text(parsed, "--expect-count"), text(parsed, "--confirm"), text(parsed, "--accept-loss"));
    }

    /** What was said aloud, from options. */
    static Terms terms(Optional<String> expected, Optional<String> confirm, Optional<String> loss)
            throws RefusedException {
        Optional<Long> count = Optional.empty();
        if (expected.isPresent()) {
            if (!expected.get().matches("[0-9]{1,9}")) {
                throw usage(Text.of("--expect-count is not a number: {0}.{1}", Visible.escape(expected.get()),
                        Visible.hint(expected.get())), Text.of("Write digits only, 0 to 9."));
            }
            count = Optional.of(Long.parseLong(expected.get()));
        }
        return new Terms(count, confirm, loss.map(names -> {
            List<String> facets = new ArrayList<>();
            Collections.addAll(facets, names.split(",", -1));
            return facets;
        }));
    }

    private static Optional<String> text(ParseResult parsed, String option) {
        ArgSpec spec = parsed.matchedOption(option);
        return spec == null ? Optional.empty() : Optional.ofNullable(spec.getValue());
    }

    private static RefusedException usage(Text summary, Text remedy) {
        return new RefusedException(Diagnostic.refusal(ExitStatus.USAGE, summary).remedy(remedy));
    }
}
