package dev.shisa.run;

import dev.shisa.account.AccountId;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.Observation;
import dev.shisa.catalog.Contract;
import dev.shisa.execute.Executor;
import dev.shisa.execute.Gathering;
import dev.shisa.execute.Timer;
import dev.shisa.judge.Attribution;
import dev.shisa.judge.Baseline;
import dev.shisa.judge.Judge;
import dev.shisa.judge.Judgement;
import dev.shisa.judge.Outcome;
import dev.shisa.judge.Scene;
import dev.shisa.judge.Verdict;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at every account a wave wrote and at the sentinels, and says whether the next wave may begin. It says so only when everything was seen
 * and is as declared: a missing answer is never a pass.
 */
final class HarmGate {
    /** More than any wait, so that whatever is still pending counts as missing. */
    private static final Duration PAST_EVERY_BOUND = Duration.ofDays(1);

    private final RunOrder order;
    private final TenantReader reader;
    private final Timer timer;
    private final Map<AccountId, Observation> sentinelsBefore;
    private final Conservation counted;

    /**
     * What a gate found.
     *
     * @param judgement of the wave's accounts and the sentinels
     * @param after how they look
     * @param verdict what it means, conservation included
     * @param reasons why it is not a pass
     */
    record Finding(Judgement judgement, Map<AccountId, Observation> after, Verdict verdict, List<String> reasons) {
    }

    private HarmGate(RunOrder order, TenantReader reader, Timer timer, Map<AccountId, Observation> sentinels,
            Conservation counted) {
        this.order = order;
        this.reader = reader;
        this.timer = timer;
        this.sentinelsBefore = sentinels;
        this.counted = counted;
    }

    /** Looks at what every later gate will be compared with. */
    static HarmGate open(RunOrder order, TenantReader reader, Timer timer, Map<AccountId, Roles> roles)
            throws TenantFailure {
        Map<AccountId, Observation> sentinels = Gathering.observe(reader, order.sentinels(), roles);
        return new HarmGate(order, reader, timer, sentinels, Conservation.count(reader));
    }

    /**
     * Judges the accounts that were written since the gate before.
     *
     * @param written the accounts, each with the service's time of its write
     * @param before what they are judged against
     * @param start how every account written so far looked before this run wrote it
     * @param all how every account written so far looks, by what earlier gates saw
     */
    Finding judge(Map<AccountId, Instant> written, Map<AccountId, Observation> before,
            Map<AccountId, Observation> start,
            Collection<Observation> all)
            throws TenantFailure, InterruptedException {
        Map<AccountId, Observation> from = new HashMap<>(sentinelsBefore);
        before.forEach((id, account) -> {
            if (written.containsKey(id)) {
                from.put(id, account);
            }
        });
        Set<AccountId> ids = new LinkedHashSet<>(from.keySet());
        Map<AccountId, Observation> after = Map.of();
        Judgement judgement = judgement(written, from, after, Instant.EPOCH);
        for (int look = 0; look < order.site().waits().looks(); look++) {
            if (look > 0) {
                timer.await(order.site().waits().reread());
            }
            after = Gathering.observe(reader, ids, reader.roles());
            judgement = judgement(written, from, after, latest(after));
            if (isSettled(judgement)) {
                break;
            }
        }
        if (judgement.count(Outcome.PENDING) > 0) {
            judgement = judgement(written, from, after, latest(after).plus(PAST_EVERY_BOUND));
        }
        Optional<String> imbalance = judgement.verdict() == Verdict.PASSED
                ? imbalance(start, all, after)
                : Optional.empty();
        Verdict verdict = imbalance.isPresent() ? Verdict.INCONCLUSIVE : judgement.verdict();
        return new Finding(judgement, after, verdict, reasons(judgement, imbalance));
    }

    private Judgement judgement(Map<AccountId, Instant> written, Map<AccountId, Observation> from,
            Map<AccountId, Observation> after,
            Instant now) {
        Contract contract = order.contract().boundedBy(order.site().waits().within());
        return Judge.judge(new Scene(contract, written, from, after, now, order.watched(), Baseline.still(),
                Attribution.Lookup.notAsked()));
    }

    /** An undo may need several looks until what was lost is back; a run must stop at the first loss it sees. */
    private boolean isSettled(Judgement judgement) {
        if (order.isUndo()) {
            return judgement.verdict() == Verdict.PASSED;
        }
        return judgement.verdict() == Verdict.FAILED
                || (judgement.count(Outcome.PENDING) == 0 && judgement.count(Outcome.UNOBSERVED) == 0);
    }

    private Optional<String> imbalance(Map<AccountId, Observation> before, Collection<Observation> earlier,
            Map<AccountId, Observation> after) throws TenantFailure, InterruptedException {
        Map<AccountId, Observation> latest = new HashMap<>();
        earlier.forEach(account -> latest.put(account.id(), account));
        latest.putAll(after);
        latest.keySet().retainAll(before.keySet());
        Conservation ours = Conservation.of(latest.values())
                .minus(Conservation
                        .of(before.values().stream().filter(account -> latest.containsKey(account.id())).toList()));
        Conservation now = counted;
        for (int look = 0; look < order.site().waits().looks(); look++) {
            if (look > 0) {
                timer.await(order.site().waits().reread());
            }
            now = Conservation.count(reader);
            if (now.minus(counted).equals(ours)) {
                return Optional.empty();
            }
        }
        return Optional.of(
                "the tenant's numbers are not explained by this run: active " + counted.active() + " -> " + now.active()
                        + ", recycle bin " + counted.deleted() + " -> " + now.deleted() + "; ours are " + ours.active()
                        + " and " + ours.deleted());
    }

    private static List<String> reasons(Judgement judgement, Optional<String> imbalance) {
        List<String> reasons = new ArrayList<>();
        imbalance.ifPresent(reasons::add);
        for (Outcome outcome : List.of(Outcome.COLLATERAL, Outcome.EXTRA, Outcome.UNEXPLAINED, Outcome.MISSING,
                Outcome.UNOBSERVED)) {
            if (judgement.count(outcome) > 0) {
                reasons.add(judgement.count(outcome) + " " + outcome.label() + " on "
                        + judgement.accounts(outcome).size() + " accounts");
            }
        }
        return reasons;
    }

    private static Instant latest(Map<AccountId, Observation> accounts) {
        return accounts.values().stream().map(Executor::timeOf).max(Instant::compareTo).orElse(Instant.EPOCH);
    }
}
