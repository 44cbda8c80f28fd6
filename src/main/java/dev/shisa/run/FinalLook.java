package dev.shisa.run;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.catalog.Contract;
import dev.shisa.judge.Attribution;
import dev.shisa.judge.Baseline;
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
import java.util.Set;

/** Judges the whole tenant after a run: written accounts by all facets, every other one by the facets that a listing carries. */
public final class FinalLook {
    private static final Duration PAST_EVERY_BOUND = Duration.ofDays(1);

    private FinalLook() {
    }

    /**
     * Judges the tenant.
     *
     * @param contract what was declared
     * @param ending how the waves ended
     * @param touched what the written accounts are judged against
     * @param before every account of the snapshot before
     * @param after every account of the snapshot after
     * @param now the service's time of the snapshot after
     * @param watched facets that can be read
     * @param reader asks singly for accounts that the snapshot after does not list
     */
    public static Judgement judge(Contract contract, RunEnding ending, Map<AccountId, Observation> touched,
            Map<AccountId, Observation> before,
            Map<AccountId, Observation> after, Instant now, Set<Facet> watched, TenantReader reader)
            throws TenantFailure {
        Map<AccountId, Observation> from = new HashMap<>();
        before.forEach((id, account) -> from.put(id, tenantWide(account)));
        touched.forEach((id, account) -> {
            if (ending.written().containsKey(id)) {
                from.put(id, account);
            }
        });
        Map<AccountId, Observation> to = new HashMap<>(ending.after());
        after.forEach((id, account) -> to.merge(id, account, Observation::overlaidWith));
        List<AccountId> gone = from.keySet().stream().filter(id -> !after.containsKey(id)).toList();
        observe(reader, gone).forEach(account -> to.merge(account.id(), account, Observation::overlaidWith));
        return Judge.judge(
                new Scene(contract, ending.written(), from, to, now.plus(PAST_EVERY_BOUND), watched, Baseline.still(),
                        Attribution.Lookup.notAsked()));
    }

    /**
     * Judges everybody but one account, whose own facets were judged already.
     *
     * @param account that account
     */
    public static Judgement others(AccountId account, Map<AccountId, Observation> before,
            Map<AccountId, Observation> after, Instant now, Set<Facet> watched, TenantReader reader)
            throws TenantFailure {
        Map<AccountId, Observation> from = new HashMap<>();
        before.forEach((id, look) -> from.put(id, tenantWide(look)));
        from.remove(account);
        Map<AccountId, Observation> to = new HashMap<>(after);
        List<AccountId> gone = from.keySet().stream().filter(id -> !after.containsKey(id)).toList();
        observe(reader, gone).forEach(look -> to.put(look.id(), look));
        return Judge.judge(new Scene(new Contract(List.of()), Map.of(), from, to, now, watched, Baseline.still(),
                Attribution.Lookup.notAsked()));
    }

    private static Collection<Observation> observe(TenantReader reader, List<AccountId> ids) throws TenantFailure {
        return ids.isEmpty() ? List.of() : reader.observe(ids);
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
