package dev.shisa.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Addresses;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.catalog.Change;
import dev.shisa.catalog.Contract;
import dev.shisa.catalog.Decision;
import dev.shisa.catalog.Effect;
import dev.shisa.catalog.WireCall;
import dev.shisa.execute.Bench;
import dev.shisa.execute.Job;
import dev.shisa.execute.Recipe;
import dev.shisa.journal.Entry;
import dev.shisa.journal.RecoveryTable;
import dev.shisa.journal.RunKind;
import dev.shisa.journal.RunState;
import dev.shisa.journal.Sight;
import dev.shisa.journal.TargetState;
import dev.shisa.judge.Baseline;
import dev.shisa.plan.Restoration;
import dev.shisa.plan.Target;
import dev.shisa.tenant.FakeFault;
import dev.shisa.tenant.TenantReader;
import dev.shisa.tenant.WriteOutcome;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a journal says last of an account and however the account looks: going on finds the decision of the table, and writes nothing. */
class RecoveryTest {
    private static final Decision KEEP = Bench.keepIdentity();
    private static final Duration WITHIN = Duration.ofSeconds(5);

    /** Two effects that do not depend on each other, so that part of what was declared can be seen. */
    private static Contract declared() {
        List<Effect> effects = new ArrayList<>(KEEP.contract().effects());
        effects.add(new Effect(new Change.ToEnabled(false), WITHIN, Optional.empty()));
        return new Contract(effects);
    }

    static List<Arguments> cells() {
        List<Arguments> cells = new ArrayList<>();
        for (TargetState believed : EnumSet.of(TargetState.INTENDED, TargetState.UNKNOWN, TargetState.REJECTED,
                TargetState.ACCEPTED, TargetState.MISSING, TargetState.PARTIAL, TargetState.VERIFIED,
                TargetState.VIOLATED, TargetState.OVERTAKEN)) {
            for (Sight sight : Sight.values()) {
                cells.add(Arguments.of(believed, sight));
            }
        }
        return cells;
    }

    private record Recovered(TargetState believed, TargetState found, List<Entry> entries, RunEnding ending,
            long writes) {
    }

    private static Recovered recover(TargetState believed, Sight sight, Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("u");
            AccountId sentinel = bench.tenant.addUser("sentinel-1");
            Observation before = bench.look(id);
            begin(bench, id, before, believed);
            TargetState told = state(bench, id);
            bench.tenant.pass(Duration.ofMinutes(1));
            show(bench, id, sight);
            bench.tenant.pass(Duration.ofMinutes(1));
            long writes = bench.tenant.writeCalls();
            bench.journal.append(new Entry.Recovered(bench.timer.now(), "somebody", false, Optional.empty()));
            RunOrder order = new RunOrder(bench.opened(RunKind.RUN, 1, 5), List.of(), target -> bench.job(target, KEEP),
                    declared(), Map.of(), bench.watched(), Set.of(sentinel), Baseline.still(), Set.of(), bench.site,
                    Optional::empty);
            TenantReader reader = sight == Sight.NOT_READABLE
                    ? blindTo(id, bench.tenant.reader())
                    : bench.tenant.reader();
            RunEnding ending = new Runner(order, Tally.of(bench.folded(), false), reader, bench.writer, bench.journal,
                    bench.keepsakes(), bench.timer, bench.halt(), (_, _) -> Prober.Answer.NO_ANSWER,
                    new SilentProgress()).goOn();
            return new Recovered(told, state(bench, id), bench.entries(), ending,
                    bench.tenant.writeCalls() - writes);
        }
    }

    private static TargetState state(Bench bench, AccountId id) throws Exception {
        return Optional.ofNullable(bench.folded().targets().get(id)).orElseThrow();
    }

    private static void begin(Bench bench, AccountId id, Observation before, TargetState believed) throws Exception {
        bench.journal.append(bench.opened(RunKind.RUN, 1, 5));
        bench.journal.append(new Entry.WaveOpened(bench.timer.now(), 1, List.of(id)));
        bench.journal.append(new Entry.Intent(bench.timer.now(), id, 1, 1, new UUID(0, 1),
                new WireCall("POST", "/users/" + id + "/assignLicense", Optional.of("{}")), before));
        switch (believed) {
            case INTENDED -> {
                // Its process died before it heard an answer.
            }
            case UNKNOWN -> bench.journal.append(new Entry.Unknown(bench.timer.now(), id, "504"));
            case REJECTED -> bench.journal.append(new Entry.Rejected(bench.timer.now(), id, 400, "no"));
            case ACCEPTED -> bench.journal.append(new Entry.Accepted(bench.timer.now(), id, 200));
            default -> {
                bench.journal.append(new Entry.Accepted(bench.timer.now(), id, 200));
                bench.journal.append(new Entry.Observed(bench.timer.now(), id, believed, List.of()));
            }
        }
    }

    /** Makes the account look so. */
    private static void show(Bench bench, AccountId id, Sight sight) {
        switch (sight) {
            case AS_BEFORE, NOT_READABLE -> {
                // Nothing happened to it.
            }
            case PART -> disable(bench, id);
            case AS_DECLARED -> done(bench, id);
            case SOMETHING_ELSE -> {
                done(bench, id);
                bench.tenant.alter(id, account -> account.withAddresses(
                        new Addresses(account.addresses().userPrincipalName(), "", new TreeSet<>())));
            }
            case BY_OTHERS -> bench.tenant.alterAs("hr@sgu.example", id,
                    account -> account.withIdentity(Identity.SOFT_DELETED, Optional.of(bench.tenant.now())));
        }
    }

    private static void disable(Bench bench, AccountId id) {
        bench.tenant.alter(id, account -> account.withEnabled(false));
    }

    private static void done(Bench bench, AccountId id) {
        KEEP.calls(number(bench, id)).forEach(call -> bench.tenant.writer().apply(call, new UUID(0, 2)));
        disable(bench, id);
    }

    private static Observation number(Bench bench, AccountId id) {
        try {
            return bench.look(id);
        } catch (dev.shisa.tenant.TenantFailure e) {
            throw new AssertionError(e);
        }
    }

    /** A reader that cannot tell of one account whether it is enabled. */
    private static TenantReader blindTo(AccountId id, TenantReader reader) {
        return (TenantReader) Proxy.newProxyInstance(TenantReader.class.getClassLoader(),
                new Class<?>[]{TenantReader.class}, (_, method, arguments) -> {
                    try {
                        Object answer = method.invoke(reader, arguments);
                        return method.getName().equals("observe")
                                ? ((Collection<?>) answer).stream().map(Observation.class::cast)
                                        .map(look -> look.id().equals(id) ? blind(look) : look).toList()
                                : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static Observation blind(Observation look) {
        Map<Facet, Reading> readings = new HashMap<>(look.readings());
        readings.put(Facet.ENABLED, new Reading.Unseen("503"));
        return new Observation(look.id(), look.traits(), readings);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void goingOnFindsTheDecisionOfTheTable(TargetState believed, Sight sight, @TempDir Path folder) throws Exception {
        Recovered recovered = recover(believed, sight, folder);
        assertEquals(believed, recovered.believed());
        RecoveryTable.Cell cell = RecoveryTable.decide(believed, sight);
        assertEquals(cell.becomes(), recovered.found(), () -> "by " + cell.label() + ": " + recovered.ending().stops());
        assertEquals(0, recovered.writes());
        if (cell.next() == RecoveryTable.Next.STOP) {
            assertTrue(!recovered.ending().stops().isEmpty(), cell.label() + " stops a run");
        }
    }

    /** Runs that do something beside recovering: what is sent, refused, sent again, left. */
    private static List<List<Entry>> ordinary(Path folder) throws Exception {
        List<List<Entry>> journals = new ArrayList<>();
        journals.add(played(folder.resolve("skipped"), bench -> {
            List<AccountId> ids = bench.tenant.addUsers("u", 2);
            Staged staged = Staged.of(bench, ids);
            bench.tenant.alter(ids.get(1), account -> account.withEnabled(false));
            staged.run(Tally.empty());
        }));
        journals.add(played(folder.resolve("busy"), bench -> {
            AtomicInteger tries = new AtomicInteger();
            bench.instead((_, _) -> tries.incrementAndGet() == 1
                    ? Optional.of(new WriteOutcome.Rejected(429, "", 1, "busy"))
                    : Optional.empty());
            Staged.of(bench, bench.tenant.addUsers("u", 1)).run(Tally.empty());
        }));
        journals.add(played(folder.resolve("lost"), bench -> {
            AtomicInteger tries = new AtomicInteger();
            bench.instead((_, _) -> tries.incrementAndGet() == 1
                    ? Optional.of(new WriteOutcome.Unknown("reset"))
                    : Optional.empty());
            Staged staged = Staged.of(bench, bench.tenant.addUsers("u", 1));
            staged.run(Tally.empty());
            bench.journal.append(new Entry.Recovered(bench.timer.now(), "somebody", false, Optional.empty()));
            staged.goOn(Tally.of(bench.folded(), false));
        }));
        journals.add(played(folder.resolve("steps"), bench -> {
            AccountId id = bench.tenant.addUser("u");
            Observation before = bench.look(id);
            bench.tenant.alter(id, account -> account.withEnabled(false).withIdentity(Identity.SOFT_DELETED,
                    Optional.of(bench.tenant.now())));
            bench.journal.append(bench.opened(RunKind.UNDO, 1, 5));
            bench.journal.append(new Entry.WaveOpened(bench.timer.now(), 1, List.of(id)));
            Restoration back = new Restoration(before);
            bench.executor().execute(new Job(id, Optional.empty(), Recipe.of(back), back.contract()));
        }));
        return journals;
    }

    @FunctionalInterface
    private interface Play {
        void on(Bench bench) throws Exception;
    }

    private static List<Entry> played(Path folder, Play play) throws Exception {
        java.nio.file.Files.createDirectories(folder);
        try (Bench bench = Bench.in(folder)) {
            play.on(bench);
            return bench.entries();
        }
    }

    private record Staged(Bench bench, List<Target> targets) {
        static Staged of(Bench bench, List<AccountId> ids) throws Exception {
            return new Staged(bench, bench.targets(ids, KEEP));
        }

        private Runner runner(Tally tally) {
            RunOrder order = new RunOrder(bench.opened(RunKind.RUN, targets.size(), 5), targets,
                    target -> bench.job(target, KEEP), KEEP.contract(), Map.of(), bench.watched(), Set.of(),
                    Baseline.still(), Set.of(), bench.site, Optional::empty);
            return new Runner(order, tally, bench.tenant.reader(), bench.writer, bench.journal, bench.keepsakes(),
                    bench.timer, bench.halt(), (_, _) -> Prober.Answer.NO_ANSWER, new SilentProgress());
        }

        RunEnding run(Tally tally) throws Exception {
            return runner(tally).run();
        }

        RunEnding goOn(Tally tally) throws Exception {
            return runner(tally).goOn();
        }
    }

    @Test
    void everyTransitionThatIsDeclaredIsTaken(@TempDir Path folder) throws Exception {
        List<List<Entry>> journals = new ArrayList<>(ordinary(folder));
        int number = 0;
        for (Arguments cell : cells()) {
            Path own = java.nio.file.Files.createDirectories(folder.resolve("cell-" + number++));
            journals.add(recover((TargetState) cell.get()[0], (Sight) cell.get()[1], own).entries());
        }
        Map<TargetState, Set<TargetState>> taken = new EnumMap<>(TargetState.class);
        journals.forEach(journal -> transitions(journal).forEach(
                (from, to) -> taken.computeIfAbsent(from, _ -> EnumSet.noneOf(TargetState.class)).addAll(to)));
        RunState.allowed().forEach((from, to) -> {
            Set<TargetState> never = new TreeSet<>(to);
            never.removeAll(taken.getOrDefault(from, Set.of()));
            assertEquals(Set.of(), never, "never taken from " + from);
        });
    }

    /** What each record made of its target. */
    private static Map<TargetState, Set<TargetState>> transitions(List<Entry> journal) {
        Map<TargetState, Set<TargetState>> taken = new EnumMap<>(TargetState.class);
        for (int end = 1; end < journal.size(); end++) {
            if (journal.get(end) instanceof Entry.OfTarget of) {
                TargetState from = RunState.fold(journal.subList(0, end)).targets().getOrDefault(of.target(),
                        TargetState.NOT_STARTED);
                TargetState to = RunState.fold(journal.subList(0, end + 1)).targets().getOrDefault(of.target(),
                        TargetState.NOT_STARTED);
                taken.computeIfAbsent(from, _ -> EnumSet.noneOf(TargetState.class)).add(to);
            }
        }
        return taken;
    }

    @Test
    void aRequestThatDidNothingIsSentAgainOnlyWhenItIsGoneOn(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AtomicInteger tries = new AtomicInteger();
            bench.instead((_, _) -> tries.incrementAndGet() == 1
                    ? Optional.of(new WriteOutcome.Unknown("reset"))
                    : Optional.empty());
            List<AccountId> ids = bench.tenant.addUsers("u", 3);
            Staged staged = Staged.of(bench, ids);
            RunEnding first = staged.run(Tally.empty());
            assertEquals(1, tries.get(), "the gate stops the run: " + first.stops());
            assertEquals(TargetState.NOT_APPLIED, first.states().get(ids.getFirst()));
            bench.journal.append(new Entry.Recovered(bench.timer.now(), "somebody", false, Optional.empty()));
            RunEnding second = staged.goOn(Tally.of(bench.folded(), false));
            assertEquals(Set.of(), second.stops());
            assertEquals(3, second.count(TargetState.VERIFIED));
            assertEquals(3, bench.tenant.writeCalls());
        }
    }

    @Test
    void anEffectThatComesLateIsWaitedForAndNotWrittenAgain(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("u");
            Staged staged = Staged.of(bench, List.of(id));
            Observation before = bench.look(id);
            begin(bench, id, before, TargetState.INTENDED);
            bench.journal.append(new Entry.Recovered(bench.timer.now(), "somebody", false, Optional.empty()));
            AtomicInteger waits = new AtomicInteger();
            bench.whileWaiting(() -> {
                if (waits.incrementAndGet() == 2) {
                    KEEP.calls(before).forEach(call -> bench.tenant.writer().apply(call, new UUID(0, 2)));
                }
            });
            RunEnding ending = staged.goOn(Tally.of(bench.folded(), false));
            assertEquals(TargetState.VERIFIED, ending.states().get(id), ending.stops().toString());
            assertEquals(1, bench.tenant.writeCalls());
        }
    }

    @Test
    void whatWasRefusedIsSentAgainOnlyOnDemandAndWhatWasRefusedForNowAlways(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            bench.tenant.misbehave(new FakeFault.Refused(1, 400));
            List<AccountId> ids = bench.tenant.addUsers("u", 1);
            Staged staged = Staged.of(bench, ids);
            assertEquals(1, staged.run(Tally.empty()).count(TargetState.REJECTED));
            bench.tenant.behave();
            bench.journal.append(new Entry.Recovered(bench.timer.now(), "somebody", false, Optional.empty()));
            assertEquals(1, staged.goOn(Tally.of(bench.folded(), false)).count(TargetState.REJECTED));
            long writes = bench.tenant.writeCalls();
            bench.journal.append(new Entry.Recovered(bench.timer.now(), "somebody", true, Optional.empty()));
            assertEquals(1, staged.goOn(Tally.of(bench.folded(), true)).count(TargetState.VERIFIED));
            assertEquals(writes + 1, bench.tenant.writeCalls());
        }
    }
}
