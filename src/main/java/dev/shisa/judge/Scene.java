package dev.shisa.judge;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.Observation;
import dev.shisa.catalog.Contract;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Everything a judgement rests on.
 *
 * @param contract what was declared
 * @param attempted the accounts that were written, each with the service's time of the write
 * @param before the accounts before; every one of them is judged, and every attempted one that is missing here counts as not observed
 * @param after the same accounts afterwards; one that is missing here was not observed
 * @param now the service's time of judging
 * @param watched the facets that can be read in this tenant; the others are outside every judgement
 * @param baseline the tenant's own noise
 * @param attribution who made critical changes elsewhere
 */
public record Scene(Contract contract, Map<AccountId, Instant> attempted, Map<AccountId, Observation> before,
        Map<AccountId, Observation> after, Instant now, Set<Facet> watched, Baseline baseline,
        Attribution.Lookup attribution) {
}
