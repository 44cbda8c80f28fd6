package dev.shisa.bench;

import dev.shisa.account.Facet;
import dev.shisa.catalog.Catalog;
import dev.shisa.catalog.CatalogLoader;
import dev.shisa.catalog.Command;
import dev.shisa.catalog.Decision;
import dev.shisa.catalog.LoadedCatalog;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.RefusedException;
import dev.shisa.execute.Halt;
import dev.shisa.journal.RunKind;
import dev.shisa.operation.Archive;
import dev.shisa.operation.Connection;
import dev.shisa.operation.Draft;
import dev.shisa.operation.Names;
import dev.shisa.operation.Operation;
import dev.shisa.operation.Operator;
import dev.shisa.operation.Planning;
import dev.shisa.operation.Resumption;
import dev.shisa.operation.RunSummary;
import dev.shisa.operation.RuleBook;
import dev.shisa.operation.Settlement;
import dev.shisa.operation.Terms;
import dev.shisa.operation.UndoDraft;
import dev.shisa.plan.Selection;
import dev.shisa.site.Site;
import dev.shisa.store.Disk;
import dev.shisa.store.Store;
import dev.shisa.store.TenantLock;
import dev.shisa.tenant.Tenant;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Does what a command line does, in a process of its own as far as files and connections go: nothing of one call is left for the next one but
 * what lies on the disk.
 *
 * @param stage the tenant
 * @param root folder of the store
 * @param disk where it lies
 */
record Worker(FailStage stage, Path root, Disk disk) {
    private static final Catalog CATALOG = catalog();
    private static final Random RANDOM = new Random(7);

    private static Catalog catalog() {
        return switch (CatalogLoader.shipped()) {
            case LoadedCatalog.Loaded loaded -> loaded.catalog();
            case LoadedCatalog.Mistakes mistakes -> throw new IllegalStateException(mistakes.toString());
        };
    }

    /** What is done while the tenant is locked. */
    @FunctionalInterface
    private interface Work {
        void on(Connection connection, Archive archive)
                throws RefusedException, IOException, TenantFailure, InterruptedException;
    }

    private void locked(Work work) throws RefusedException, IOException, TenantFailure, InterruptedException {
        Store store = Store.open(root, disk);
        Path file = new Archive(store, Set.of()).lock(Site.SANDBOX_TENANT);
        Optional<TenantLock> lock = TenantLock.tryAcquire(file, "bench", store.disk());
        if (lock.isEmpty()) {
            throw new IOException("somebody else holds the lock");
        }
        try (TenantLock _ = lock.get(); Tenant tenant = stage.reach()) {
            Connection connection = new Connection(tenant, tenant.reader().identify(), stage.site(),
                    book(stage.site()));
            work.on(connection, new Archive(store, Set.of(Site.SANDBOX_TENANT)));
        }
    }

    private static RuleBook book(Site site) {
        return new RuleBook(site.governance(), Optional.empty(), Optional.empty(), Optional.empty(), CATALOG, "bench");
    }

    private static Decision keepIdentity() {
        Command command = CATALOG.find("mailbox remove").orElseThrow();
        return new Decision(command, new TreeSet<>(List.of("keep-identity")), new TreeMap<>());
    }

    /** Removes the mailboxes of the targets. */
    void execute() throws RefusedException, IOException, TenantFailure, InterruptedException {
        locked((connection, archive) -> {
            List<Diagnostic> closed = Settlement.closed(archive, connection.identity().id());
            if (!closed.isEmpty()) {
                throw new RefusedException(closed);
            }
            List<Selection.Line> lines = stage.targets().stream()
                    .map(name -> new Selection.Line(name, Text.of("the bench")))
                    .toList();
            Draft draft = new Planning(connection, archive, names()).plan(new Planning.Request(
                    keepIdentity(), new Planning.Accounts.Named(lines, List.of()), "", ""));
            Terms terms = terms(draft.plan().confirmation(), draft.plan().loss());
            Settlement settlement = Settlement.of(draft, Optional.of(terms), connection, archive, CATALOG, names());
            operation(connection, archive).run(settlement);
        });
    }

    /** Goes on with a run that is open, or in which the service refused something. */
    void resume(RunSummary run, boolean retry)
            throws RefusedException, IOException, TenantFailure, InterruptedException {
        locked((connection, archive) -> {
            Resumption.refuseUnlessOpen(run, retry);
            Operation operation = operation(connection, archive);
            switch (run.kind()) {
                case RUN -> {
                    Resumption resumption = Resumption.of(run, retry, connection, archive, CATALOG);
                    Terms terms = terms(resumption.rest().plan().confirmation(), resumption.rest().plan().loss());
                    operation.resume(resumption, resumption.settle(terms, connection, archive, CATALOG, names()));
                }
                case REHEARSAL ->
                    operation.endRehearsal(run, Settlement.closedToResuming(archive, run));
                case UNDO -> {
                    RunSummary undone = archive.run(run.plan()).orElseThrow();
                    operation.resumeUndo(UndoDraft.resumed(run, undone, connection, archive, CATALOG, names()),
                            archive.told(run.run()).state(), Settlement.closedToUndoing(archive, undone, run));
                }
            }
        });
    }

    /** Brings a run back. */
    void undo(RunSummary run) throws RefusedException, IOException, TenantFailure, InterruptedException {
        locked((connection, archive) -> {
            UndoDraft draft = UndoDraft.of(run, connection, archive, CATALOG, names());
            if (draft.refusal().isPresent()) {
                throw new RefusedException(draft.refusal().get());
            }
            operation(connection, archive).undo(draft,
                    Settlement.closedToUndoing(archive, run, run));
        });
    }

    /** How everything stands, as somebody sees it who holds no lock. */
    Archive archive() throws IOException {
        return new Archive(Store.open(root, disk), Set.of());
    }

    /** The runs of that kind, oldest first. */
    List<RunSummary> runs(RunKind kind) throws IOException, RefusedException {
        return new ArrayList<>(archive().runs().stream().filter(run -> run.kind() == kind).toList());
    }

    private Operation operation(Connection connection, Archive archive) {
        return new Operation(connection, archive, names(),
                new Operator("bench, process 1", stage.timer(), Halt.none(), new NobodyIsTold(),
                        (_, _, _) -> Optional.empty()),
                CATALOG);
    }

    private Names names() {
        return new Names(stage.timer()::now, RANDOM);
    }

    private static Terms terms(String confirmation, SortedSet<Facet> loss) {
        return new Terms(Optional.empty(), Optional.of(confirmation),
                loss.isEmpty() ? Optional.empty() : Optional.of(loss.stream().map(Facet::label).toList()));
    }
}
