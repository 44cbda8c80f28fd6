package dev.shisa.cli;

import dev.shisa.text.Text;
import java.util.Set;
import java.util.HashSet;
import java.time.Duration;
import dev.shisa.operation.Operator;
import java.nio.file.Path;
import dev.shisa.site.Bundle;
import dev.shisa.site.BundleReader;
import dev.shisa.site.Sites;
import java.net.URI;
import java.nio.file.Files;
import dev.shisa.catalog.Catalog;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.exchange.ExchangeConnection;
import dev.shisa.exchange.ExchangeReader;
import dev.shisa.execute.Timer;
import dev.shisa.graph.GraphConnection;
import dev.shisa.graph.GraphTenant;
import dev.shisa.operation.Archive;
import dev.shisa.operation.Connection;
import dev.shisa.audit.Anchor;
import dev.shisa.audit.AuditLog;
import dev.shisa.operation.Ledger;
import dev.shisa.operation.Names;
import dev.shisa.operation.RuleBook;
import dev.shisa.site.Site;
import dev.shisa.site.TenantKind;
import dev.shisa.snapshot.Headway;
import dev.shisa.store.Store;
import dev.shisa.store.TenantLock;
import dev.shisa.tenant.JoinedTenant;
import dev.shisa.tenant.ReadOnlyTenant;
import dev.shisa.tenant.Budget;
import dev.shisa.tenant.Quota;
import dev.shisa.tenant.Tenant;
import dev.shisa.tenant.Waiter;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantIdentity;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What one command line has opened, in the order in which it has to be closed again. Used by one thread. */
final class Session implements AutoCloseable {
    private final GlobalOptions options;
    private final Catalog catalog;
    private final View view;
    private final Interruptions interruptions;
    private static final Duration LOCK_RETRY = Duration.ofMillis(100);
    private static final Duration MOMENT = Duration.ofMillis(300);
    private final Names names = new Names(Instant::now, new SecureRandom());
    private final Set<String> held = new HashSet<>();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private Optional<Store> store = Optional.empty();
    private Optional<Tenant> tenant = Optional.empty();
    private Optional<Sites> sites = Optional.empty();
    private Optional<AuditTrace> trace = Optional.empty();
    /** A command that did not write down what was typed works on no run. */
    private static final Ledger NOT_RECORDED = (run, _, _) -> {
        throw new IllegalStateException("nobody wrote down that " + run.run() + " is worked on");
    };
    private final Elsewhere elsewhere = new Elsewhere();
    private Optional<TenantChoice> choice = Optional.empty();
    private Outcome outcome = Outcome.of("", TenantKind.PRODUCTION);

    Session(GlobalOptions options, Catalog catalog, View view, Interruptions interruptions) {
        this.interruptions = interruptions;
        this.options = options;
        this.catalog = catalog;
        this.view = view;
    }

    GlobalOptions options() {
        return options;
    }

    Catalog catalog() {
        return catalog;
    }

    View view() {
        return view;
    }

    Names names() {
        return names;
    }

    Timer timer() {
        interruptions.listen();
        return Timer.system();
    }

    /** Who carries out what this command line asks for. */
    Operator operator() {
        Ledger ledger = trace.<Ledger>map(its -> its).orElse(NOT_RECORDED);
        return elsewhere.listening(new Operator(by(), timer(), interruptions, view, ledger), this);
    }

    /** Who is told elsewhere of the run that this command line works on. */
    Elsewhere elsewhere() {
        return elsewhere;
    }

    /** Writes down in the audit log what was typed, before anything else is done. */
    void record(String command, List<String> words) throws RefusedException, InterruptedException {
        interruptions.listen();
        AuditTrace begun = new AuditTrace(new AuditLog(store(), timer()::await), names.invocation(), timer()::now,
                anchor());
        begun.begin(by(), command, words, tenantId(), kind().label(), view);
        trace = Optional.of(begun);
        begun.anchor(command, view);
    }

    private Anchor anchor() {
        try {
            List<String> command = bookUnasked().governance().anchor();
            return command.isEmpty() ? Anchor.none() : new AnchorProcess(command);
        } catch (RefusedException e) {
            // Whatever is wrong with the tenant or the bundle is told when the tenant is reached for.
            return Anchor.none();
        }
    }

    private Optional<String> tenantId() {
        try {
            return Optional.of(choice().tenantId());
        } catch (RefusedException e) {
            // Which tenant is meant is told, or refused, when it is reached for.
            return Optional.empty();
        }
    }

    /** What this command line leaves in the audit log; empty where it leaves nothing. */
    Optional<AuditTrace> trace() {
        return trace;
    }

    /** Head of the audit log after this command line was written down; empty where it was not. */
    Optional<String> auditHead() {
        return trace.flatMap(AuditTrace::head);
    }

    /** The operating system's name of whoever typed the command; empty where it has none, and then nobody can be told to be another person. */
    private static String user() {
        // A variable such as JAVA_TOOL_OPTIONS sets properties of the runtime, and not whose process it is.
        String owner = ProcessHandle.current().info().user().orElse("");
        return owner.substring(owner.lastIndexOf('\\') + 1);
    }

    private static String by() {
        return Text.of("{0}, process {1}", user().isEmpty() ? "somebody" : user(), ProcessHandle.current().pid())
                .toString();
    }

    /** What can be said of this command line so far. */
    Outcome outcome() {
        return outcome;
    }

    /** Keeps what can be said so far, and returns it. */
    Outcome tell(Outcome soFar) {
        outcome = soFar;
        return soFar;
    }

    /** What is wrong with the global options and the environment. */
    List<Diagnostic> usageRefusals() {
        List<Diagnostic> refusals = new ArrayList<>(options.environment().refusals());
        List<String> outputs = List.of("run report", "audit log").contains(outcome.command())
                ? List.of("human", "json", "csv")
                : List.of("human", "json");
        options.blank().forEach(option -> refusals
                .add(Diagnostic.refusal(ExitStatus.USAGE, Text.of("{0} is blank.", option))
                        .remedy(Text.of("Name one, or leave it out."))));
        if (!outputs.contains(options.output())) {
            refusals.add(Diagnostic
                    .refusal(ExitStatus.USAGE, Text.of("There is no output {0} for this command.", options.output()))
                    .remedy(Text.of("Use one of: {0}.", String.join(", ", outputs))));
        }
        // A halt concerns a run, whatever tenant somebody names in a hurry.
        if (!outcome.command().equals("halt")) {
            options.tenant().flatMap(new Profiles(options.environment())::unknown).ifPresent(refusals::add);
        }
        options.language().filter(language -> !List.of("en", "ja").contains(language)).ifPresent(language -> refusals
                .add(Diagnostic.refusal(ExitStatus.USAGE, Text.of("There is no language {0}.", language))
                        .remedy(Text.of("Use en or ja."))));
        return refusals;
    }

    /** Which tenant is meant. */
    TenantChoice choice() throws RefusedException {
        if (choice.isEmpty()) {
            choice = Optional.of(new Profiles(options.environment()).choose(options.tenant()));
        }
        return choice.get();
    }

    /** What is at stake, as far as it can be told without asking anybody; production where it cannot. */
    TenantKind kind() {
        try {
            TenantChoice chosen = choice();
            return site(chosen.tenantId(), chosen.graph()).kind();
        } catch (RefusedException e) {
            return TenantKind.PRODUCTION;
        }
    }

    /** The store, opened on first use. */
    Store store() throws RefusedException {
        if (store.isEmpty()) {
            try {
                Store found = Store.open(storeFolder());
                found.remark().map(Text::verbatim).ifPresent(view::note);
                store = Optional.of(found);
            } catch (IOException e) {
                throw new RefusedException(Diagnostic
                        .refusal(ExitStatus.STORE,
                                Text.of("The store cannot be used: {0}", String.valueOf(e.getMessage())))
                        .contrast(Text.of("a folder that can be written"), Text.verbatim(storeFolder().toString()))
                        .remedy(Text.of("Name another with --store.")));
            }
        }
        return store.orElseThrow();
    }

    /** The folder of the store: the one that is named, else the one that the site pins, else the person's own. */
    Path storeFolder() {
        return options.namedStore().or(this::pinned).orElseGet(options.environment()::dataFolder);
    }

    private Optional<Path> pinned() {
        try {
            TenantChoice chosen = choice();
            return site(chosen.tenantId(), chosen.graph()).store();
        } catch (RefusedException e) {
            // Whatever is wrong with the tenant or the bundle is told when the tenant is reached for.
            return Optional.empty();
        }
    }

    /** Where plans, runs and evidence lie. */
    Archive archive() throws RefusedException {
        return new Archive(store(), held, new Headway(Waiter.real(), elsewhere.noting(view)));
    }

    /** Asks the tenant who it is, for looking only: whoever asks this connection for the right to write is refused. */
    Connection connect() throws RefusedException, IOException {
        Connection connection = connectToWrite();
        return new Connection(new ReadOnlyTenant(connection.tenant()), connection.identity(), connection.site(),
                connection.book());
    }

    /** Asks the tenant who it is, for a command that may come to write. */
    Connection connectToWrite() throws RefusedException, IOException {
        interruptions.listen();
        TenantChoice chosen = choice();
        // A bundle that may not be used is refused before anything goes over the network.
        Budget budget = budget(site(chosen.tenantId(), chosen.graph()));
        GraphConnection graph = switch (chosen) {
            case TenantChoice.Reached reached -> reached.connection();
            case TenantChoice.Embedded _ -> {
                EmbeddedSandbox sandbox = EmbeddedSandbox.open(store(), options.environment());
                opened.push(sandbox);
                yield Profiles.connection(sandbox.descriptor());
            }
        };
        Tenant reached = reach(graph, budget);
        opened.push(reached);
        opened.push(elsewhere.posting(graph));
        tenant = Optional.of(reached);
        interruptions.countedBy(reached::writeCalls);
        try {
            TenantIdentity identity = reached.reader().identify();
            if (!identity.id().equals(chosen.tenantId())) {
                throw new RefusedException(
                        Diagnostic
                                .refusal(ExitStatus.REFUSED,
                                        Text.of("Another tenant answered than the one that is meant."))
                                .contrast(Text.of("tenant {0}", chosen.tenantId()),
                                        Text.of("tenant {0}", identity.id()))
                                .remedy(Text.of("Mend the profile.")));
            }
            Site site = site(identity.id(), graph.graph());
            refuseOtherStore(site);
            tell(outcome.at(identity.id(), identity.defaultDomain(), site.kind()));
            return new Connection(reached, identity, site, book(site));
        } catch (TenantFailure e) {
            throw Connection.refused(e);
        }
    }

    private Site site(String tenantId, URI graph) throws RefusedException {
        Sites.Answer answer = sites().of(tenantId, graph);
        // No switch over types, which each process would link anew: every command that has a session comes through here.
        if (answer instanceof Sites.Answer.Contradicted wrong) {
            throw new RefusedException(
                    Diagnostic.refusal(ExitStatus.USAGE, Text.of("The site bundle does not fit the tenant."))
                            .contrast(Text.verbatim(wrong.believed()), Text.verbatim(wrong.found()))
                            .remedy(Text.of("Unset SHISA_SITE, or mend the bundle.")));
        }
        return ((Sites.Answer.Held) answer).site();
    }

    /** What decides about commands in a tenant; nothing of it is read yet. */
    private RuleBook book(Site site) {
        Path waivers = options.environment().configurationFolder().resolve("waivers");
        return new RuleBook(site.governance(), options.policies(),
                Files.notExists(waivers) ? Optional.empty() : Optional.of(waivers), options.catalog(), catalog, user());
    }

    /** What is pinned about the tenant that is meant, before it is asked who it is. */
    RuleBook bookUnasked() throws RefusedException {
        TenantChoice chosen = choice();
        return book(site(chosen.tenantId(), chosen.graph()));
    }

    /** What the bundles pin, read on first use. */
    private Sites sites() throws RefusedException {
        if (sites.isEmpty()) {
            Path machine = options.environment().machine();
            // A file of which nobody can say that it is not there is read, and refused when that fails.
            Optional<Path> own = Files.notExists(machine.resolve(Bundle.FILE))
                    ? Optional.empty()
                    : Optional.of(machine);
            Optional<Path> named = options.environment().get("SHISA_SITE").map(Path::of);
            sites = Optional.of(new Sites(bundle(own), bundle(named)));
        }
        return sites.get();
    }

    private static Optional<Bundle.Intact> bundle(Optional<Path> folder) throws RefusedException {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        return switch (BundleReader.read(folder.get())) {
            case Bundle.Intact intact -> Optional.of(intact);
            case Bundle.Mistakes bad -> throw new RefusedException(bad.mistakes().stream()
                    .map(mistake -> Diagnostic
                            .refusal(ExitStatus.USAGE, Text.of("The site bundle has a mistake: {0}", mistake.render()))
                            .remedy(Text.of("Mend {0}.", folder.get().resolve(Bundle.FILE))))
                    .toList());
        };
    }

    /** What somebody does in a store of the own is not in the history that limits and closes the tenant. */
    private void refuseOtherStore(Site site) throws RefusedException, IOException {
        if (site.store().isEmpty()) {
            return;
        }
        Path pinned = site.store().get();
        Path used = store().root();
        if (Files.notExists(pinned) || !Files.isSameFile(pinned, used)) {
            throw new RefusedException(Diagnostic
                    .refusal(ExitStatus.REFUSED, Text.of("This tenant is worked on from another store."))
                    .contrast(Text.of("store {0}, as {1} pins it", pinned, site.source()),
                            Text.of("store {0}", used))
                    .remedy(Text.of("Leave --store and SHISA_STORE out, or name that store.")));
        }
    }

    /** What the service takes, as the tenant's owners pin it or Microsoft documents it; nobody holds back before a sandbox that pins nothing. */
    private Budget budget(Site site) {
        return new Budget(site.quota().orElse(Quota.WRITES), site.quota().isPresent(), Waiter.real(), view::waiting);
    }

    /** The tenant over Graph, and over Exchange too where there is one beside it. Neither is asked anything yet. */
    static Tenant reach(GraphConnection graph, Budget budget) {
        GraphTenant directory = new GraphTenant(graph, budget);
        return ExchangeConnection.beside(graph.graph(), graph.tenantId(), graph.authority())
                .<Tenant>map(exchange -> new JoinedTenant(directory,
                        new ExchangeReader(exchange, directory.readerSignIn(exchange.scope()))))
                .orElse(directory);
    }

    /**
     * Takes the tenant for this process, or refuses.
     *
     * @param tenantId the tenant
     * @param work what is to be done, told to whoever is refused meanwhile
     */
    void lock(String tenantId, String work) throws RefusedException, IOException, InterruptedException {
        interruptions.listen();
        Path file = archive().lock(tenantId);
        String holder = Text.of("{0}, by {1}, since {2}", work, by(), Instant.now()).toString();
        // Whoever only asks whether a run is alive holds the lock for a moment, too.
        Duration left = options.lockTimeout().plus(MOMENT);
        Optional<TenantLock> lock = TenantLock.tryAcquire(file, holder, store().disk());
        while (lock.isEmpty() && left.isPositive()) {
            timer().await(LOCK_RETRY);
            left = left.minus(LOCK_RETRY);
            lock = TenantLock.tryAcquire(file, holder, store().disk());
        }
        if (lock.isEmpty()) {
            throw new RefusedException(Diagnostic
                    .refusal(ExitStatus.CLOSED, Text.of("Another process works on this tenant."))
                    .contrast(Text.of("nobody works on it"),
                            Text.verbatim(TenantLock.holder(file, store().disk()).orElse("somebody")))
                    .remedy(Text
                            .of("Wait until it ends (--lock-timeout SECONDS), look at it with shisa run list, or stop "
                                    + "it with shisa halt.")));
        }
        opened.push(lock.get());
        held.add(tenantId);
    }

    /** Writing requests sent so far. */
    long writeCalls() {
        return tenant.map(Tenant::writeCalls).orElse(0L);
    }

    /** A line that does something in the same place as this one. */
    String line(List<String> words) {
        StringBuilder line = new StringBuilder("shisa");
        words.forEach(word -> line.append(' ').append(quoted(word)));
        options.place().forEach(word -> line.append(' ').append(quoted(word)));
        return line.toString();
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    @Override
    public void close() throws IOException {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (IOException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException("could not be closed: " + e.getMessage(), e);
            }
        }
    }
}
