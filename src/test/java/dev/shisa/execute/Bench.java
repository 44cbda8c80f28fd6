package dev.shisa.execute;

import dev.shisa.store.Disk;
import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Licences;
import dev.shisa.account.Observation;
import dev.shisa.catalog.CatalogLoader;
import dev.shisa.catalog.Command;
import dev.shisa.catalog.Decision;
import dev.shisa.catalog.LoadedCatalog;
import dev.shisa.catalog.WireCall;
import dev.shisa.keepsake.KeepsakeLog;
import dev.shisa.journal.Entry;
import dev.shisa.journal.Journal;
import dev.shisa.journal.RunKind;
import dev.shisa.journal.RunState;
import dev.shisa.plan.Sorting;
import dev.shisa.plan.Target;
import dev.shisa.site.Site;
import dev.shisa.tenant.Budget;
import dev.shisa.tenant.FakeAccount;
import dev.shisa.tenant.FakeTenant;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantWriter;
import dev.shisa.tenant.Turn;
import dev.shisa.tenant.WriteOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;

/** A tenant in memory, a journal on disk, and a clock that moves when somebody waits. */
public final class Bench implements AutoCloseable {
    public final FakeTenant tenant = new FakeTenant();
    public final Path file;
    public final Journal journal;
    private final KeepsakeLog keepsakeLog;
    public final Site site;
    public final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
    private BiFunction<WireCall, UUID, Optional<WriteOutcome>> instead = (_, _) -> Optional.empty();
    private Turns turns = _ -> new Budget.Permission.Granted(Turn.free());
    private Runnable afterwards = () -> {
    };
    private Runnable meanwhile = () -> {
    };
    private Duration asleep = Duration.ZERO;
    private Duration shifted = Duration.ZERO;
    private Halt halt = Halt.none();

    public final Timer timer = new Timer() {
        @Override
        public Instant now() {
            return tenant.now().plus(shifted);
        }

        @Override
        public Duration elapsed() {
            return Duration.between(Instant.EPOCH, tenant.now()).plus(asleep);
        }

        @Override
        public void await(Duration time) {
            waits.add(time);
            tenant.pass(time);
            meanwhile.run();
        }
    };

    /** Says whether a request may leave. */
    public interface Turns {
        /** As the port says it. */
        Budget.Permission next(BooleanSupplier stopped) throws IOException, InterruptedException;
    }

    public final TenantWriter writer = new TenantWriter() {
        @Override
        public Budget.Permission turn(BooleanSupplier stopped) throws InterruptedException {
            try {
                return turns.next(stopped);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public WriteOutcome apply(WireCall call, UUID requestId) {
            Optional<WriteOutcome> other = instead.apply(call, requestId);
            WriteOutcome outcome = other.isPresent() ? other.get() : tenant.writer().apply(call, requestId);
            afterwards.run();
            return outcome;
        }

        @Override
        public String application() {
            return tenant.writer().application();
        }
    };

    private Bench(Path folder, int concurrency) throws IOException {
        Site sandbox = Site.sandbox();
        site = new Site(sandbox.kind(), sandbox.source(), sandbox.store(), sandbox.contacts(), sandbox.rehearsal(),
                sandbox.sentinels(), sandbox.breakGlass(),
                sandbox.probes(), sandbox.waits(), sandbox.exposureAbsolute(), sandbox.exposurePercent(), concurrency,
                sandbox.writesPerSecond(), sandbox.quota(), sandbox.governance());
        file = folder.resolve("journal.jsonl");
        journal = Journal.create(file);
        keepsakeLog = KeepsakeLog.open(kept(), Disk.real());
    }

    /** A bench on which one account is worked on at a time. */
    public static Bench in(Path folder) throws IOException {
        return new Bench(folder, 1);
    }

    /** A bench with that many at a time. */
    public static Bench in(Path folder, int concurrency) throws IOException {
        return new Bench(folder, concurrency);
    }

    /** Before a write reaches the tenant; what it gives is the outcome, and nothing is done. */
    public Bench instead(BiFunction<WireCall, UUID, Optional<WriteOutcome>> hook) {
        instead = hook;
        return this;
    }

    /** The machine sleeps: its monotonic clock stands still or runs on, nobody else's notices. */
    public Bench pause(Duration time) {
        asleep = asleep.plus(time);
        return this;
    }

    /** Somebody sets the machine's clock; its monotonic one does not notice. */
    public Bench shift(Duration time) {
        shifted = shifted.plus(time);
        return this;
    }

    /** What may stop the work. */
    public Bench haltedBy(Halt order) {
        halt = order;
        return this;
    }

    public Halt halt() {
        return halt;
    }

    /** Before a write; what may keep it back. */
    public Bench turns(Turns next) {
        turns = next;
        return this;
    }

    /** After every wait. */
    public Bench whileWaiting(Runnable hook) {
        meanwhile = hook;
        return this;
    }

    /** After every write. */
    public Bench afterwards(Runnable hook) {
        afterwards = hook;
        return this;
    }

    /** The shipped command of that name, so decided. */
    public static Decision decision(String name, String... options) {
        return switch (CatalogLoader.shipped()) {
            case LoadedCatalog.Loaded loaded -> {
                Command command = loaded.catalog().find(name).orElseThrow();
                yield new Decision(command, new TreeSet<>(List.of(options)), new TreeMap<>());
            }
            case LoadedCatalog.Mistakes mistakes -> throw new IllegalStateException(mistakes.toString());
        };
    }

    /** The flagship, harmless way. */
    public static Decision keepIdentity() {
        return decision("mailbox remove", "keep-identity");
    }

    /** Everything this tenant shows. */
    public Set<Facet> watched() {
        return tenant.reader().visibleFacets();
    }

    /** An account as the program sees it now. */
    public Observation look(AccountId id) throws TenantFailure {
        return Gathering.observeOne(tenant.reader(), id, tenant.reader().roles());
    }

    /** Targets as a plan would hold them. */
    public List<Target> targets(Collection<AccountId> ids, Decision decision) throws TenantFailure {
        List<Target> targets = new ArrayList<>();
        for (AccountId id : ids) {
            targets.add(Sorting.target(look(id), decision));
        }
        return targets;
    }

    /** The job a plan leads to. */
    public Job job(Target target, Decision decision) {
        return new Job(target.id(), Optional.of(target.fingerprint()), Recipe.of(decision),
                decision.contract().boundedBy(site.waits().within()));
    }

    /** An executor that has looked up the roles. */
    public Executor executor() throws TenantFailure {
        return new Executor(tenant.reader(), writer, journal, tenant.reader().roles(), site.waits(), timer,
                keepsakes(), halt);
    }

    /** Keepsakes as a run takes them, on disk. */
    public Keepsakes keepsakes() {
        return Keepsakes.into(keepsakeLog, tenant.reader());
    }

    /** Where they are kept. */
    public final Path kept() {
        return file.resolveSibling("keepsake.jsonl");
    }

    /** Whether the account has a mailbox, in truth. */
    public boolean hasMailbox(AccountId id) {
        return tenant.truth(id).map(FakeAccount::licences).filter(Licences::giveMailbox).isPresent();
    }

    /** What stands in the journal. */
    public List<Entry> entries() throws IOException {
        return switch (Journal.read(file)) {
            case Journal.Content.Verified verified -> verified.entries();
            case Journal.Content.Damaged damaged -> throw new IOException(damaged.sentence());
        };
    }

    /** What the journal says. An executor alone opens no run, so one is put before its records. */
    public RunState folded() throws IOException {
        List<Entry> entries = new ArrayList<>(entries());
        if (entries.isEmpty() || !(entries.getFirst() instanceof Entry.Opened)) {
            entries.addFirst(new Entry.WaveOpened(timer.now(), 1, entries.stream()
                    .filter(Entry.OfTarget.class::isInstance).map(entry -> ((Entry.OfTarget) entry).target())
                    .distinct().toList()));
            entries.addFirst(opened(RunKind.RUN, 1, 1));
        }
        return RunState.fold(entries);
    }

    /** How a journal begins. */
    public Entry.Opened opened(RunKind kind, int targets, int exposure) {
        Decision keep = keepIdentity();
        return new Entry.Opened(timer.now(), kind.label() + "-1", kind, "t", "sgu.example", keep.command().name(),
                keep.words(), "plan-1", "d", targets, exposure, Optional.empty(), "somebody, process 1");
    }

    /** The requests of the journal's intents, in order. */
    public List<String> intents() throws IOException {
        List<String> intents = new ArrayList<>();
        for (Entry entry : entries()) {
            if (entry instanceof Entry.Intent intent) {
                intents.add(intent.step() + "." + intent.attempt() + " " + intent.call().method());
            }
        }
        return intents;
    }

    /** Accounts as the program sees them now. */
    public Map<AccountId, Observation> observed(Collection<AccountId> ids) throws TenantFailure {
        return Gathering.observe(tenant.reader(), ids, tenant.reader().roles());
    }

    @Override
    public void close() throws IOException {
        journal.close();
        keepsakeLog.close();
    }
}
