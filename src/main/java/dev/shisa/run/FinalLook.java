package dev.shisa.run;

import dev.shisa.account.AccountId;
import dev.shisa.account.AccountOverlay;
import dev.shisa.account.Facet;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.catalog.Contract;
import dev.shisa.execute.Gathering;
import dev.shisa.judge.Attribution;
import dev.shisa.judge.Baseline;
import dev.shisa.judge.Finding;
import dev.shisa.judge.Judge;
import dev.shisa.judge.Judgement;
import dev.shisa.judge.Scene;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Judges the whole tenant after a run: written accounts by all facets, every other one by the facets that a listing carries. */
public final class FinalLook {
    private static final Duration PAST_EVERY_BOUND = Duration.ofDays(1);

    private final TenantReader reader;
    private final AuditTrail audit;
    private final Set<Facet> watched;
    private final Baseline baseline;

    /**
     * A last look at one tenant.
     *
     * @param reader asks singly for accounts that a snapshot does not list
     * @param audit tells who caused what
     * @param watched facets that can be read
     * @param baseline the tenant's own noise
     */
    public FinalLook(TenantReader reader, AuditTrail audit, Set<Facet> watched, Baseline baseline) {
        this.reader = reader;
        this.audit = audit;
        this.watched = Set.copyOf(watched);
        this.baseline = baseline;
    }

    /**
     * What was written, and how it looked.
     *
     * @param contract what was declared
     * @param written the accounts, each with the service's time of its write
     * @param from what the written accounts are judged against
     * @param atGate how they looked at their gate in this process; those that are missing are looked at now
     * @param earlier how accounts looked when they were last judged, for telling what happened since
     */
    public record Written(Contract contract, Map<AccountId, Instant> written, Map<AccountId, Observation> from,
            Map<AccountId, Observation> atGate, Map<AccountId, Observation> earlier) {
        /** Nothing was written. */
        public static Written nothing() {
            return new Written(new Contract(List.of()), Map.of(), Map.of(), Map.of(), Map.of());
        }

        private List<AccountId> notLookedAt() {
            return written.keySet().stream().filter(id -> !atGate.containsKey(id)).toList();
        }
    }

    /**
     * Judges the tenant.
     *
     * @param written what was written
     * @param before every account of the tenant before
     * @param after every account of the tenant after
     * @param now the service's time of the look after
     */
    public Judgement judge(Written written, Map<AccountId, Observation> before, Map<AccountId, Observation> after,
            Instant now) throws TenantFailure, InterruptedException {
        Map<AccountId, Observation> originals = new HashMap<>(written.from());
        originals.keySet().retainAll(written.written().keySet());
        Map<AccountId, Observation> from = new AccountOverlay(before, FinalLook::tenantWide, originals, Set.of());
        List<AccountId> gone = from.keySet().stream().filter(id -> !after.containsKey(id)).toList();
        // In the order of the ids, because the accounts of a tenant lie in a file in that order.
        TreeMap<AccountId, Observation> looked = new TreeMap<>(written.atGate());
        observe(written.notLookedAt()).forEach(account -> looked.put(account.id(), account));
        looked.replaceAll(
                (id, account) -> Optional.ofNullable(after.get(id)).map(account::overlaidWith).orElse(account));
        observe(gone).forEach(account -> looked.merge(account.id(), account, Observation::overlaidWith));
        Map<AccountId, Observation> to = new AccountOverlay(after, UnaryOperator.identity(), looked, Set.of());
        Judgement judgement = judgement(written, from, to, now, Attribution.Lookup.notAsked());
        List<Finding> questions = AuditTrail.questions(judgement);
        return questions.isEmpty()
                ? judgement
                : judgement(written, from, to, now, audit.attribute(questions, loss -> since(loss, written.earlier())));
    }

    private Judgement judgement(Written written, Map<AccountId, Observation> from, Map<AccountId, Observation> to,
            Instant now, Attribution.Lookup attribution) {
        return Judge.judge(new Scene(written.contract(), written.written(), from, to, now.plus(PAST_EVERY_BOUND),
                watched, baseline, attribution));
    }

    /** A facet that changed after it was last judged can only be explained by what happened after that. */
    private static Instant since(Finding loss, Map<AccountId, Observation> earlier) {
        Optional<Reading.Seen> then = Optional.ofNullable(earlier.get(loss.account()))
                .map(account -> account.reading(loss.facet())).flatMap(FinalLook::seen);
        boolean changedLater = then.isPresent()
                && !then.map(Reading.Seen::seen).equals(seen(loss.after()).map(Reading.Seen::seen));
        return changedLater
                ? then.get().readAt()
                : seen(loss.before()).map(Reading.Seen::readAt).orElse(Instant.EPOCH);
    }

    private static Optional<Reading.Seen> seen(Reading reading) {
        return reading instanceof Reading.Seen seen ? Optional.of(seen) : Optional.empty();
    }

    private Collection<Observation> observe(List<AccountId> ids) throws TenantFailure {
        return ids.isEmpty() ? List.of() : Gathering.observe(reader, ids, reader.roles()).values();
    }

    private static Observation tenantWide(Observation account) {
        EnumMap<Facet, Reading> kept = new EnumMap<>(Facet.class);
        account.readings().forEach((facet, reading) -> {
            if (facet.reach() == Facet.Reach.TENANT_WIDE) {
                kept.put(facet, reading);
            }
        });
        return new Observation(account.id(), account.traits(), kept);
    }
}
