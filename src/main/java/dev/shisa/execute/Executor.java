package dev.shisa.execute;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.FacetValue;
import dev.shisa.account.Harm;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.catalog.Contract;
import dev.shisa.catalog.EffectFloor;
import dev.shisa.catalog.Floor;
import dev.shisa.catalog.WireCall;
import dev.shisa.journal.Entry;
import dev.shisa.journal.Journal;
import dev.shisa.journal.RecoveryTable;
import dev.shisa.journal.Sight;
import dev.shisa.journal.TargetState;
import dev.shisa.judge.Attribution;
import dev.shisa.judge.Baseline;
import dev.shisa.judge.Judge;
import dev.shisa.judge.Judgement;
import dev.shisa.judge.Scene;
import dev.shisa.judge.Verdict;
import dev.shisa.plan.Fingerprint;
import dev.shisa.site.Waits;
import dev.shisa.tenant.Budget;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantReader;
import dev.shisa.tenant.TenantWriter;
import dev.shisa.tenant.Turn;
import dev.shisa.tenant.WriteOutcome;
import dev.shisa.text.Text;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Works on one account: look, keepsake and intent on disk, write, outcome, look again. Nothing else in the program sends a writing request. Safe for several
 * threads, each with an account of its own.
 */
public final class Executor {
    /** The facets that the cheap look after a write can see. */
    private static final Set<Facet> GLANCE = EnumSet.of(Facet.IDENTITY, Facet.ENABLED, Facet.LICENCES, Facet.ADDRESSES,
            Facet.PASSWORD,
            Facet.PROFILE);
    private static final int MOST_ATTEMPTS = 5;
    private static final Duration PAST_EVERY_BOUND = Duration.ofDays(1);

    private final TenantReader reader;
    private final TenantWriter writer;
    private final Journal journal;
    private final Map<AccountId, Roles> roles;
    private final Waits waits;
    private final HaltingTimer timer;
    private final Halt halt;
    private final Keepsakes keepsakes;
    private final ConcurrentSkipListSet<String> warnings = new ConcurrentSkipListSet<>();

    /**
     * An executor for one run.
     *
     * @param reader looks
     * @param writer writes
     * @param journal where intents go before their requests leave
     * @param roles who holds roles when the run starts
     * @param waits bounds of waiting
     * @param timer local time
     * @param keepsakes takes what an account loses before its first request leaves
     * @param halt whether somebody wants it to stop
     */
    public Executor(TenantReader reader, TenantWriter writer, Journal journal, Map<AccountId, Roles> roles, Waits waits,
            Timer timer, Keepsakes keepsakes, Halt halt) {
        this.reader = reader;
        this.writer = writer;
        this.journal = journal;
        this.roles = Map.copyOf(roles);
        this.waits = waits;
        this.timer = new HaltingTimer(timer, halt);
        this.keepsakes = keepsakes;
        this.halt = halt;
    }

    /**
     * Works on one account.
     *
     * @param start asked whether the account may be begun
     * @throws IOException when the journal cannot be written; nothing may be sent any more
     * @throws InterruptedException when the thread is asked to stop while it waits; nothing is in flight then
     */
    public JobResult execute(Job job, Start start) throws IOException, InterruptedException {
        Fresh before;
        try {
            before = fresh(job.target()).sharing(job.planned());
        } catch (TenantFailure e) {
            return new JobResult.Left(job.target(),
                    Text.of("could not be read before the write: {0}", e.sentence()).toString());
        }
        if (job.fingerprint().filter(planned -> !planned.equals(Fingerprint.of(before.seen()))).isPresent()) {
            return drifted(job, before.seen());
        }
        return steps(job, before, start);
    }

    /** Works on one account, whatever becomes of others. */
    public JobResult execute(Job job) throws IOException, InterruptedException {
        return execute(job, Start.AT_ONCE);
    }

    /** A look, and when it was taken by both clocks: one stands still while the machine sleeps, the other may be set. */
    private record Fresh(Observation seen, Instant at, Duration elapsed) {
        private static final Duration LIFE = Duration.ofSeconds(30);

        /** The same look; a run keeps it together with the one of the plan. */
        Fresh sharing(Optional<Observation> planned) {
            return new Fresh(planned.map(seen::sharing).orElse(seen), at, elapsed);
        }

        /** Whether it is young enough to write by. */
        boolean isFresh(Timer timer) {
            return Duration.between(at, timer.now()).abs().compareTo(LIFE) < 0
                    && timer.elapsed().minus(elapsed).compareTo(LIFE) < 0;
        }
    }

    private Fresh fresh(AccountId target) throws TenantFailure {
        Instant at = timer.now();
        Duration elapsed = timer.elapsed();
        return new Fresh(look(target), at, elapsed);
    }

    /** An account that lost something since it was planned for is no reason to go on: nobody knows who does that, or to whom next. */
    private JobResult drifted(Job job, Observation now) throws IOException {
        Optional<String> harmed = job.planned().flatMap(was -> was.readings().keySet().stream().sorted()
                .filter(facet -> isCritical(was.value(facet), now.value(facet))).map(Facet::label)
                .reduce((one, other) -> one + ", " + other));
        String reason = isAsDeclared(job, now)
                ? Text.of("already: it is as declared, and not by this run").toString()
                : Text.of("drifted: it is not as it was when the plan was made").toString();
        if (harmed.isEmpty()) {
            return skip(job.target(), reason);
        }
        String loss = Text.of("{0}, and lost {1}, not by this run", reason, harmed.get()).toString();
        journal.append(new Entry.Skipped(timer.now(), job.target(), loss));
        return new JobResult.Skipped(job.target(), loss, job.planned());
    }

    private static boolean isAsDeclared(Job job, Observation now) {
        return job.planned().map(was -> sight(job, was, now)).map(sight -> RecoveryTable
                .decide(TargetState.NOT_STARTED, sight)).filter(cell -> cell.sight() == Sight.AS_DECLARED).isPresent();
    }

    private static Sight sight(Job job, Observation was, Observation now) {
        Instant at = timeOf(now);
        return Sights.of(Judge.judge(new Scene(job.contract(), Map.of(job.target(), at), Map.of(job.target(), was),
                Map.of(job.target(), now), at.plus(PAST_EVERY_BOUND), readable(was), Baseline.still(),
                Attribution.Lookup.notAsked())).notable());
    }

    /** What could not be read when everything was settled tells nothing about what was done since. */
    private static Set<Facet> readable(Observation was) {
        return was.readings().keySet().stream().filter(facet -> was.reading(facet) instanceof Reading.Seen)
                .collect(Collectors.toSet());
    }

    private static boolean isCritical(Optional<FacetValue> was, Optional<FacetValue> is) {
        return was.isPresent() && is.isPresent() && Harm.of(was.get(), is.get()) == Harm.CRITICAL;
    }

    private JobResult steps(Job job, Fresh first, Start start) throws IOException, InterruptedException {
        Observation before = first.seen();
        Fresh fresh = first;
        for (int done = 0; done < job.recipe().mostSteps(); done++) {
            Observation now = fresh.seen();
            Optional<WireCall> call = job.recipe().next(now, done);
            if (call.isEmpty()) {
                return done == 0
                        ? skip(job.target(), Text.of("nothing to do").toString())
                        : new JobResult.Written(job.target(), before, timeOf(now));
            }
            Optional<String> undeclared = undeclared(call.get(), now, job.contract());
            if (undeclared.isPresent()) {
                return done == 0
                        ? skip(job.target(), undeclared.get())
                        : unresolved(job, before, now, undeclared.get());
            }
            Optional<JobResult> without = done == 0 ? withoutKeepsake(now) : Optional.empty();
            if (without.isPresent()) {
                return without.get();
            }
            Optional<JobResult> ending = send(job, before, fresh, call.get(), done + 1, start);
            if (ending.isPresent()) {
                return ending.get();
            }
            if (done + 1 < job.recipe().mostSteps()) {
                Optional<Fresh> settled = settle(job, call.get(), done + 1);
                if (settled.isEmpty()) {
                    return unresolved(job, before, now,
                            Text.of("step {0} was not seen in time", done + 1).toString());
                }
                fresh = settled.get();
            }
        }
        return firstLook(job, before);
    }

    /** What a right is lacking for is refused for good; what could not be read now may be read when the run goes on. */
    private Optional<JobResult> withoutKeepsake(Observation before) throws IOException {
        try {
            keepsakes.take(before);
            return Optional.empty();
        } catch (TenantFailure e) {
            String reason = Text.of("no keepsake could be taken: {0}", e.sentence()).toString();
            return Optional.of(e.reason() == TenantFailure.Reason.DENIED
                    ? skip(before.id(), reason)
                    : new JobResult.Left(before.id(), reason));
        }
    }

    /** Sends one request, again only when the service refused it for now. Empty: accepted, go on. */
    private Optional<JobResult> send(Job job, Observation before, Fresh look, WireCall call, int step,
            Start start) throws IOException, InterruptedException {
        Observation now = look.seen();
        if (step == 1 && !start.await()) {
            return Optional.of(new JobResult.Held(job.target()));
        }
        for (int attempt = 1;; attempt++) {
            switch (inTurn(job, look, call, step, attempt, step == 1 && attempt == 1 ? start::isOver : () -> false)) {
                case Sent.Held _ -> {
                    return Optional.of(new JobResult.Held(job.target()));
                }
                case Sent.Not not -> {
                    return Optional.of(step == 1
                            ? new JobResult.Left(job.target(), not.why())
                            : unresolved(job, before, now, not.why()));
                }
                case Sent.Answered(WriteOutcome.Accepted accepted) -> {
                    journal.append(new Entry.Accepted(timer.now(), job.target(), accepted.status()));
                    accepted.warnings().forEach(text -> warnings.add(Warning.form(text)));
                    return Optional.empty();
                }
                case Sent.Answered(WriteOutcome.Unknown unknown) -> {
                    return Optional.of(unresolved(job, before, now, unknown.sentence()));
                }
                case Sent.Answered(WriteOutcome.Rejected rejected) -> {
                    journal.append(
                            new Entry.Rejected(timer.now(), job.target(), rejected.status(), rejected.sentence()));
                    boolean again = isForNow(rejected, attempt)
                            && timer.awaitWriting(retryAfter(rejected, attempt));
                    if (!again && step > 1 && job.recipe().goesOnWithout(call)) {
                        return Optional.empty();
                    }
                    if (!again && step == 1 && isForNow(rejected, attempt) && halt.reason().isPresent()) {
                        return halt.reason().map(reason -> new JobResult.Left(job.target(), reason));
                    }
                    if (!again) {
                        return Optional.of(step == 1
                                ? new JobResult.Refused(job.target(), rejected.status(), rejected.sentence())
                                : unresolved(job, before, now, rejected.sentence()));
                    }
                }
            }
        }
    }

    /** What became of one try. */
    private sealed interface Sent {
        /** It left, and this came back. */
        record Answered(WriteOutcome outcome) implements Sent {
        }

        /** It did not leave, because no further account is to be begun. */
        record Held() implements Sent {
        }

        /** It did not leave. */
        record Not(String why) implements Sent {
        }
    }

    /** The wait for the turn may be long, so everything that may forbid the request is asked behind it. */
    private Sent inTurn(Job job, Fresh look, WireCall call, int step, int attempt, BooleanSupplier over)
            throws IOException, InterruptedException {
        return switch (writer.turn(() -> halt.reason().isPresent() || over.getAsBoolean())) {
            case Budget.Permission.Refused(String why) -> halt.reason().isEmpty() && over.getAsBoolean()
                    ? new Sent.Held()
                    : new Sent.Not(halt.reason().orElse(why));
            case Budget.Permission.Granted(Turn turn) -> {
                try (turn) {
                    Optional<String> forbidden = forbidden(job, look);
                    if (forbidden.isPresent()) {
                        yield new Sent.Not(forbidden.get());
                    }
                    if (over.getAsBoolean()) {
                        yield new Sent.Held();
                    }
                    UUID requestId = UUID.randomUUID();
                    journal.append(new Entry.Intent(timer.now(), job.target(), step, attempt, requestId, call,
                            look.seen()));
                    journal.force();
                    yield new Sent.Answered(writer.apply(call, requestId));
                }
            }
        };
    }

    /** Why this request may not leave now: somebody wants it to stop, or the account is not any more what was looked at. */
    private Optional<String> forbidden(Job job, Fresh look) {
        if (halt.reason().isPresent()) {
            return halt.reason();
        }
        if (look.isFresh(timer)) {
            return Optional.empty();
        }
        return tryLook(job.target()).map(again -> Fingerprint.of(again.seen()))
                .filter(Fingerprint.of(look.seen())::equals).isPresent()
                        ? Optional.empty()
                        : Optional.of(Text.of("it changed, or could not be read, after a wait").toString());
    }

    /** The last guard before the wire: a request that does more than was declared never leaves, whoever built it. */
    private static Optional<String> undeclared(WireCall call, Observation now, Contract contract) {
        return switch (EffectFloor.of(call, now)) {
            case Floor.Unknown unknown -> Optional.of(Text.of("not sent: {0}", unknown.why()).toString());
            case Floor.Known known -> known.harms().stream()
                    .filter(harm -> contract.effect(harm.facet()).filter(effect -> harm.isAdmittedBy(effect.change()))
                            .isEmpty())
                    .map(harm -> Text.of("not sent: {0} does more than is declared, {1}", call.describe(),
                            harm.describe()).toString())
                    .findFirst();
        };
    }

    /** A token that is refused, most often because its time is over, is refused before anything is done; the writer signs in anew. */
    private static boolean isForNow(WriteOutcome.Rejected rejected, int attempt) {
        return attempt < MOST_ATTEMPTS && (isThrottled(rejected)
                || (rejected.status() == 401 && rejected.code().equals("InvalidAuthenticationToken"))
                || (rejected.status() == 409 && rejected.code().equals("Directory_ConcurrencyViolation")));
    }

    /** A wait that nobody bears ends the tries: to come sooner than asked would only be throttled again. */
    private static boolean isThrottled(WriteOutcome.Rejected rejected) {
        return rejected.status() == 429
                && rejected.retryAfterSeconds() <= Budget.LONGEST_WAIT.toSeconds();
    }

    private static Duration retryAfter(WriteOutcome.Rejected rejected, int attempt) {
        double asked = rejected.retryAfterSeconds() > 0 ? rejected.retryAfterSeconds() : 1 << attempt;
        return Duration.ofNanos((long) (asked * 1e9));
    }

    /** Between two requests for one account: looks until the first is seen to be done. A look that fails is only one look less. */
    private Optional<Fresh> settle(Job job, WireCall sent, int done) throws InterruptedException {
        for (int look = 0; look < waits.looks() && !halt.isAtOnce(); look++) {
            Optional<Fresh> now = tryLook(job.target());
            if (now.isPresent() && !job.recipe().next(now.get().seen(), done).equals(Optional.of(sent))) {
                return now;
            }
            timer.awaitWriting(waits.reread());
        }
        return Optional.empty();
    }

    private Optional<Fresh> tryLook(AccountId target) {
        try {
            return Optional.of(fresh(target));
        } catch (TenantFailure e) {
            return Optional.empty();
        }
    }

    /** The cheap look right after the write: stops a wave early. What it cannot see is for the gate. */
    private JobResult firstLook(Job job, Observation before) {
        Instant writtenAt = timeOf(before);
        try {
            Observation after = reader.glance(job.target());
            Judgement judgement = Judge.judge(new Scene(job.contract().boundedBy(waits.within()),
                    Map.of(job.target(), timeOf(after)),
                    Map.of(job.target(), before), Map.of(job.target(), after), timeOf(after), GLANCE, Baseline.still(),
                    Attribution.Lookup.notAsked()));
            if (judgement.verdict() == Verdict.FAILED) {
                return new JobResult.Violated(job.target(), before, writtenAt, judgement);
            }
            return new JobResult.Written(job.target(), before, timeOf(after));
        } catch (TenantFailure e) {
            return new JobResult.Written(job.target(), before, writtenAt);
        }
    }

    /** What the service said beside its yes so far, without what differs from account to account. */
    public SortedSet<String> warnings() {
        return new TreeSet<>(warnings);
    }

    private Observation look(AccountId target) throws TenantFailure {
        return Gathering.observeOne(reader, target, roles);
    }

    /** Something was sent for the account, and what stands of it is not known. Never a skip: the gate has to look. */
    private JobResult unresolved(Job job, Observation before, Observation now, String sentence) throws IOException {
        journal.append(new Entry.Unknown(timer.now(), job.target(), sentence));
        return new JobResult.Unresolved(job.target(), before, timeOf(now), sentence);
    }

    private JobResult skip(AccountId target, String reason) throws IOException {
        journal.append(new Entry.Skipped(timer.now(), target, reason));
        return new JobResult.Skipped(target, reason);
    }

    /** The service's time of an observation: that of its identity, which every observation has. */
    public static Instant timeOf(Observation account) {
        if (account.reading(Facet.IDENTITY) instanceof Reading.Seen seen && seen.seen() instanceof Identity) {
            return seen.readAt();
        }
        return Instant.EPOCH;
    }
}
