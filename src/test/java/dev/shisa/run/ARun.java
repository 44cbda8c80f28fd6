package dev.shisa.run;

import dev.shisa.account.AccountId;
import dev.shisa.account.Observation;
import dev.shisa.catalog.Contract;
import dev.shisa.catalog.Decision;
import dev.shisa.execute.Bench;
import dev.shisa.execute.Job;
import dev.shisa.execute.Recipe;
import dev.shisa.execute.Timer;
import dev.shisa.journal.Entry;
import dev.shisa.journal.RunKind;
import dev.shisa.judge.Baseline;
import dev.shisa.plan.Target;
import dev.shisa.tenant.TenantReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A run on a bench, the flagship one with an exposure of 5 and nobody around, and the ways in which a test wants it to differ. */
final class ARun {
    final Bench bench;
    private final List<Target> targets;
    private final Map<AccountId, Observation> planned;
    private RunKind kind = RunKind.RUN;
    private int exposure = 5;
    private Contract contract;
    private Function<Target, Job> jobs;
    private Map<AccountId, Observation> original = Map.of();
    private Set<AccountId> sentinels = Set.of();
    private TenantReader reader;
    private Timer timer;
    private Progress progress = new SilentProgress();

    private ARun(Bench bench, List<AccountId> ids, Decision decision) throws Exception {
        this.bench = bench;
        targets = bench.targets(ids, decision);
        planned = bench.observed(ids);
        contract = decision.contract();
        jobs = target -> new Job(target.id(), Optional.of(target.fingerprint()),
                Optional.ofNullable(planned.get(target.id())), Recipe.of(decision),
                decision.contract().boundedBy(bench.site.waits().within()));
        reader = bench.tenant.reader();
        timer = bench.timer;
    }

    /** Takes the mailboxes and keeps the identities. */
    static ARun of(Bench bench, List<AccountId> ids) throws Exception {
        return new ARun(bench, ids, Bench.keepIdentity());
    }

    /** Takes the identities too. */
    static ARun discarding(Bench bench, List<AccountId> ids) throws Exception {
        return new ARun(bench, ids, Bench.decision("mailbox remove", "discard-identity"));
    }

    ARun exposure(int most) {
        exposure = most;
        return this;
    }

    ARun sentinels(AccountId... ids) {
        sentinels = Set.of(ids);
        return this;
    }

    ARun reading(TenantReader through) {
        reader = through;
        return this;
    }

    ARun waiting(Timer how) {
        timer = how;
        return this;
    }

    ARun telling(Progress whom) {
        progress = whom;
        return this;
    }

    ARun declaring(Contract declared) {
        contract = declared;
        return this;
    }

    ARun doing(Function<Target, Job> what) {
        jobs = what;
        return this;
    }

    /** It brings accounts back to how they were. */
    ARun undoing(Map<AccountId, Observation> to) {
        kind = RunKind.UNDO;
        contract = new Contract(List.of());
        original = to;
        return this;
    }

    Job job(Target target) {
        return jobs.apply(target);
    }

    List<Target> targets() {
        return targets;
    }

    RunOrder order() {
        return new RunOrder(bench.opened(kind, targets.size(), exposure), targets, jobs, contract, original,
                bench.watched(), sentinels, Baseline.still(), Set.of(), bench.site, Optional::empty);
    }

    Runner runner(Tally earlier) {
        return new Runner(order(), earlier, reader, bench.writer, bench.journal, bench.keepsakes(), timer,
                bench.halt(), (_, _) -> Prober.Answer.NO_ANSWER, progress);
    }

    RunEnding run() throws Exception {
        return runner(Tally.empty()).run();
    }

    /** Another process takes it up. */
    RunEnding goOn() throws Exception {
        bench.journal.append(new Entry.Recovered(bench.timer.now(), "somebody", false, Optional.empty()));
        return runner(Tally.of(bench.folded(), false)).goOn();
    }

    /** The journal, a few words per record, targets by their place in the run; what one gate saw is in that order. */
    List<String> told() throws Exception {
        List<String> told = new ArrayList<>();
        int seenFrom = 0;
        for (Entry entry : bench.entries()) {
            if (!(entry instanceof Entry.Observed)) {
                told.subList(seenFrom, told.size())
                        .sort(Comparator.comparing(line -> line.substring(line.indexOf(' '))));
            }
            told.add(switch (entry) {
                case Entry.WaveOpened wave -> "wave " + wave.wave() + " of " + wave.targets().size();
                case Entry.Observed seen -> seen.state().label() + " " + place(seen.target());
                case Entry.OfTarget of -> of.getClass().getSimpleName().toLowerCase(Locale.ROOT) + " "
                        + place(of.target());
                case Entry.Gate gate -> "gate " + gate.wave() + " " + gate.verdict().label();
                default -> entry.getClass().getSimpleName().toLowerCase(Locale.ROOT);
            });
            seenFrom = entry instanceof Entry.Observed ? seenFrom : told.size();
        }
        return told;
    }

    private int place(AccountId id) {
        return 1 + targets.stream().map(Target::id).toList().indexOf(id);
    }
}
