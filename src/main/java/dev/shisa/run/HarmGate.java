package dev.shisa.run;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.catalog.Contract;
import dev.shisa.execute.Executor;
import dev.shisa.execute.Gathering;
import dev.shisa.execute.Timer;
import dev.shisa.judge.Attribution;
import dev.shisa.judge.Judge;
import dev.shisa.judge.Judgement;
import dev.shisa.judge.Outcome;
import dev.shisa.judge.Scene;
import dev.shisa.judge.Verdict;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantReader;
import dev.shisa.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Looks at every account a wave wrote, at the sentinels and at everybody who holds a role, and says whether the next wave may begin. It says so
 * only when everything was seen and is as declared, or is still on its way within its bound where the mailbox service follows later: a missing
 * answer is never a pass.
 */
final class HarmGate {
    /** More than any wait, so that whatever is still pending counts as missing. */
    private static final Duration PAST_EVERY_BOUND = Duration.ofDays(1);

    private final RunOrder order;
    private final TenantReader reader;
    private final Timer timer;
    private final AuditTrail audit;
    private final Surroundings surroundings;
    private final Balance balance;
    private final Map<AccountId, Roles> rolesBefore;
    private final Map<AccountId, Observation> sentinelsBefore;
    private final Instant opened;
    private final Set<String> older;
    private final Map<AccountId, Observation> earlier;
    private Instant lastGate;

    /**
     * What a gate is to judge.
     *
     * @param written the accounts, each with the service's time of its write
     * @param from what they are judged against
     * @param suspects accounts that were found harmed and were not written, as they were planned for
     * @param start how every account written so far looked before this run wrote it
     * @param seen how every account written so far looks, by what earlier gates saw
     */
    record Look(Map<AccountId, Instant> written, Map<AccountId, Observation> from,
            Map<AccountId, Observation> suspects, Map<AccountId, Observation> start,
            Map<AccountId, Observation> seen) {
    }

    /**
     * What a gate found.
     *
     * @param judgement of the wave's accounts, the sentinels and the holders of roles
     * @param after how they look
     * @param verdict what it means, everything else that was asked included
     * @param reasons why it is not a pass
     */
    record Finding(Judgement judgement, Map<AccountId, Observation> after, Verdict verdict, List<String> reasons) {
    }

    private HarmGate(RunOrder order, TenantReader reader, Timer timer, AuditTrail audit, Surroundings surroundings,
            Balance balance, Map<AccountId, Roles> roles, Map<AccountId, Observation> sentinels, Instant opened,
            Map<AccountId, Observation> earlier, Set<String> older) {
        this.earlier = Map.copyOf(earlier);
        this.order = order;
        this.reader = reader;
        this.timer = timer;
        this.audit = audit;
        this.surroundings = surroundings;
        this.balance = balance;
        this.rolesBefore = Map.copyOf(roles);
        this.sentinelsBefore = Map.copyOf(sentinels);
        this.opened = opened;
        this.older = Set.copyOf(older);
        this.lastGate = opened;
    }

    /**
     * Looks at what every later gate will be compared with.
     *
     * @param earlier the accounts for which an earlier process of this run sent something, as they look now
     */
    static HarmGate open(RunOrder order, TenantReader reader, Timer timer, Map<AccountId, Roles> roles,
            Map<AccountId, Observation> earlier, AuditTrail audit, Surroundings surroundings) throws TenantFailure {
        Instant opened = reader.identify().serverTime();
        Map<AccountId, Observation> sentinels = Gathering.observe(reader, order.sentinels(), roles);
        return new HarmGate(order, reader, timer, audit, surroundings,
                Balance.open(reader, timer, order.site().waits(), audit, opened), roles, sentinels, opened,
                earlier, audit.ours(opened));
    }

    /** Judges the accounts that were written since the gate before, and those of earlier waves that are still on their way. */
    Finding judge(Look look) throws TenantFailure, InterruptedException {
        Map<AccountId, Observation> from = new HashMap<>(look.suspects());
        from.putAll(sentinelsBefore);
        look.from().forEach((id, account) -> {
            if (look.written().containsKey(id)) {
                from.put(id, account);
            }
        });
        Set<AccountId> ids = new LinkedHashSet<>(from.keySet());
        Attempt attempt = attempt(ids);
        Judgement judgement = judgement(look, from, attempt, latest(attempt.after()), Attribution.Lookup.notAsked());
        for (int number = 1; number < order.site().waits().looks() && !isSettled(judgement, number); number++) {
            timer.await(order.site().waits().reread());
            attempt = attempt(ids);
            judgement = judgement(look, from, attempt, latest(attempt.after()), Attribution.Lookup.notAsked());
        }
        Instant now = latest(attempt.after());
        if (waitedFor(judgement) > 0) {
            now = now.plus(PAST_EVERY_BOUND);
            judgement = judgement(look, from, attempt, now, Attribution.Lookup.notAsked());
        }
        List<dev.shisa.judge.Finding> questions = AuditTrail.questions(judgement);
        if (!questions.isEmpty()) {
            judgement = judgement(look, from, attempt, now, audit.attribute(questions));
        }
        return finding(look, judgement, attempt.after());
    }

    private Finding finding(Look look, Judgement judgement, Map<AccountId, Observation> after)
            throws TenantFailure, InterruptedException {
        List<String> reasons = new ArrayList<>();
        Verdict verdict = judgement.onItsWay() ? Verdict.PASSED : judgement.verdict();
        if (verdict == Verdict.PASSED) {
            Map<AccountId, Observation> start = new HashMap<>(look.start());
            start.putAll(earlier);
            Optional<String> imbalance = balance.imbalance(start, latest(look, after));
            imbalance.ifPresent(reasons::add);
            Optional<String> strayed = strayed(look, after);
            strayed.ifPresent(reasons::add);
            Surroundings.Found around = surroundings.ask(sample(look.written().keySet(), after),
                    sample(sentinelsBefore.keySet(), after));
            reasons.addAll(around.reasons());
            verdict = worse(imbalance.or(() -> strayed).isPresent() ? Verdict.INCONCLUSIVE : Verdict.PASSED,
                    around.verdict());
        }
        for (Outcome outcome : List.of(Outcome.COLLATERAL, Outcome.EXTRA, Outcome.UNEXPLAINED, Outcome.MISSING,
                Outcome.UNOBSERVED)) {
            if (judgement.count(outcome) > 0) {
                reasons.add(Text.of("{0} {1} on {2} accounts", judgement.count(outcome), outcome.label(),
                        judgement.accounts(outcome).size()).toString());
            }
        }
        return new Finding(judgement, after, verdict, reasons);
    }

    /** Records come late, so each gate reads back by their bound from the gate before. Those of the rehearsal are older than the run. */
    private Optional<String> strayed(Look look, Map<AccountId, Observation> after) throws TenantFailure {
        Instant back = lastGate.minus(order.site().waits().audit());
        Set<AccountId> meant = new HashSet<>(look.start().keySet());
        meant.addAll(earlier.keySet());
        order.targets().stream().filter(target -> look.start().containsKey(target.id()))
                .forEach(target -> meant.addAll(order.jobs().apply(target).recipe().others()));
        SortedSet<AccountId> strayed = audit.strayed(back.isBefore(opened) ? opened : back, older, meant);
        lastGate = latest(after).isAfter(lastGate) ? latest(after) : lastGate;
        return strayed.isEmpty()
                ? Optional.empty()
                : Optional.of(Text
                        .of("the audit log holds writes of ours on accounts that were not to be written: {0}", strayed)
                        .toString());
    }

    private static Verdict worse(Verdict one, Verdict other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** An account of these that answers; the first by id, so that it is the same at every gate where it can be. */
    private static Optional<Observation> sample(Set<AccountId> ids, Map<AccountId, Observation> after) {
        return new TreeSet<>(ids).stream().map(after::get).filter(account -> account != null && account.isActive())
                .findFirst();
    }

    private static Map<AccountId, Observation> latest(Look look, Map<AccountId, Observation> after) {
        Map<AccountId, Observation> latest = new HashMap<>(look.seen());
        latest.putAll(after);
        latest.keySet().retainAll(look.start().keySet());
        return latest;
    }

    /** How everybody looks at one moment. */
    private record Attempt(Map<AccountId, Observation> after, Map<AccountId, Roles> roles) {
    }

    private Attempt attempt(Set<AccountId> ids) throws TenantFailure {
        Map<AccountId, Roles> roles = reader.roles();
        return new Attempt(Gathering.observe(reader, ids, roles), roles);
    }

    private Judgement judgement(Look look, Map<AccountId, Observation> from, Attempt attempt, Instant now,
            Attribution.Lookup attribution) {
        Contract contract = order.contract().boundedBy(order.site().waits().within());
        Map<AccountId, Observation> before = new HashMap<>(from);
        Map<AccountId, Observation> after = new HashMap<>(attempt.after());
        Set<AccountId> holders = new TreeSet<>(rolesBefore.keySet());
        holders.addAll(attempt.roles().keySet());
        holders.removeAll(from.keySet());
        for (AccountId holder : holders) {
            before.put(holder, holding(holder, rolesBefore, opened));
            after.put(holder, holding(holder, attempt.roles(), now));
        }
        return Judge.judge(new Scene(contract, look.written(), before, after, now, order.watched(), order.baseline(),
                attribution));
    }

    /** Of somebody who is neither written nor a sentinel only the roles are looked at. */
    private static Observation holding(AccountId holder, Map<AccountId, Roles> roles, Instant at) {
        Roles held = roles.getOrDefault(holder, new Roles(Collections.emptySortedSet()));
        return new Observation(holder, Optional.empty(),
                Map.of(Facet.ROLES, new Reading.Seen(held, "graph:roleManagement", at)));
    }

    /** An undo may need several looks until what was lost is back; a run must stop at the first loss it sees. */
    private boolean isSettled(Judgement judgement, int looks) {
        if (looks == 1 && judgement.notable().stream().anyMatch(HarmGate::isGone)) {
            return false;
        }
        if (order.isUndo()) {
            return judgement.verdict() == Verdict.PASSED;
        }
        return judgement.verdict() == Verdict.FAILED
                || (waitedFor(judgement) == 0 && judgement.count(Outcome.UNOBSERVED) == 0);
    }

    /** That an account is nowhere is believed only when it is said twice. */
    private static boolean isGone(dev.shisa.judge.Finding finding) {
        return finding.after() instanceof Reading.Seen seen && seen.seen() == Identity.ABSENT;
    }

    /** What a gate waits for: effects that the directory itself shows. The mailbox service is waited for by later gates. */
    private static long waitedFor(Judgement judgement) {
        return judgement.findings(Outcome.PENDING).stream().filter(finding -> !finding.facet().followsLater()).count();
    }

    private static Instant latest(Map<AccountId, Observation> accounts) {
        return accounts.values().stream().map(Executor::timeOf).max(Instant::compareTo).orElse(Instant.EPOCH);
    }
}
