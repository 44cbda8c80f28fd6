package dev.shisa.graph;

import dev.shisa.account.FacetValue.Licences;
import dev.shisa.account.Licence;
import dev.shisa.account.Reading;
import dev.shisa.tenant.TenantFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The licences of a user object. What cannot be told completely is unseen: a licence overlooked would be one lost without a word. */
final class LicenceDecoder {
    private static final Set<String> WITHOUT_EFFECT = Set.of("Error", "Disabled");

    private final SkuDirectory skus;

    LicenceDecoder(SkuDirectory skus) {
        this.skus = skus;
    }

    Reading read(JsonNode user, Instant readAt) throws TenantFailure {
        JsonNode assigned = user.path("assignedLicenses");
        JsonNode states = user.path("licenseAssignmentStates");
        if (!assigned.isArray() || !states.isArray()) {
            return new Reading.Unseen("the service left out assignedLicenses or licenseAssignmentStates");
        }
        List<Licence> licences = new ArrayList<>();
        for (JsonNode licence : assigned) {
            String sku = licence.path("skuId").asString("");
            Optional<SortedSet<String>> mailboxPlans = skus.mailboxPlans(sku);
            if (mailboxPlans.isEmpty()) {
                return new Reading.Unseen("the tenant does not list SKU " + sku + ", so what it gives is not known");
            }
            Source source = Source.of(sku, states);
            if (!source.direct && source.groups.isEmpty()) {
                return new Reading.Unseen("licenseAssignmentStates do not say where SKU " + sku + " comes from");
            }
            licences.add(new Licence(sku, disabledPlans(licence), mailboxPlans.get(), source.direct, source.groups));
        }
        return new Reading.Seen(Licences.of(licences), UserDecoder.SOURCE, readAt);
    }

    private static SortedSet<String> disabledPlans(JsonNode licence) {
        SortedSet<String> plans = new TreeSet<>();
        licence.path("disabledPlans").forEach(plan -> plans.add(plan.asString("")));
        return plans;
    }

    /**
     * Where a SKU comes from.
     *
     * @param direct whether it is assigned to the account itself
     * @param groups the groups it is inherited from
     */
    private record Source(boolean direct, SortedSet<String> groups) {

        static Source of(String sku, JsonNode states) {
            boolean direct = false;
            SortedSet<String> groups = new TreeSet<>();
            for (JsonNode state : states) {
                if (!state.path("skuId").asString("").equals(sku)
                        || WITHOUT_EFFECT.contains(state.path("state").asString(""))) {
                    continue;
                }
                JsonNode group = state.path("assignedByGroup");
                if (group.isString()) {
                    groups.add(group.asString());
                } else {
                    direct = true;
                }
            }
            return new Source(direct, groups);
        }
    }
}
