package dev.shisa.graph;

import dev.shisa.tenant.TenantFailure;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which service plans of a SKU give a mailbox. Read once, and once more for each SKU that was not there, because a tenant may buy one
 * while we look. Safe for several threads.
 */
final class SkuDirectory {
    /** Microsoft's ids of the plans with a mailbox. The foundation and archive plans ride on other SKUs and give none. */
    private static final Set<String> MAILBOX_PLANS = Set.of("efb87545-963c-4e0d-99df-69c6916d9eb0",
            "9aaf7827-d63c-4b61-89c3-182f06f82e5c", "4a82b400-a79f-41a4-b4e2-e94f5787b113",
            "8c3069c0-ccdb-44be-ab77-986203a67df2", "e9b4930a-925f-45e2-ac2a-3f7788ca6fdd",
            "88f4d7ef-a73b-4246-8047-516022144c9f", "d42bdbd6-c335-4231-ab3d-c8f348d5aff5",
            "fc52cc4b-ed7d-472d-bbe7-b081c23ecc56", "e8f81a67-bd96-4074-b108-cf193eb9433b");

    private final Pages pages;
    private final GraphRequests requests;
    private final Set<String> missed = new HashSet<>();
    private @Nullable Map<String, SortedSet<String>> plans;

    SkuDirectory(Pages pages, GraphRequests requests) {
        this.pages = pages;
        this.requests = requests;
    }

    /**
     * The plans of that SKU that give a mailbox.
     *
     * @return empty when the tenant does not list the SKU, even when asked again
     */
    synchronized Optional<SortedSet<String>> mailboxPlans(String sku) throws TenantFailure {
        Map<String, SortedSet<String>> known = plans;
        if (known == null) {
            known = read();
            plans = known;
        }
        SortedSet<String> found = known.get(sku);
        if (found == null && !missed.contains(sku)) {
            known = read();
            plans = known;
            found = known.get(sku);
            if (found == null) {
                missed.add(sku);
            }
        }
        return Optional.ofNullable(found);
    }

    private Map<String, SortedSet<String>> read() throws TenantFailure {
        Map<String, SortedSet<String>> read = new HashMap<>();
        pages.walk(requests::subscribedSkus, (row, page) -> {
            JsonNode sku = row.path("skuId");
            JsonNode servicePlans = row.path("servicePlans");
            if (!sku.isString() || !servicePlans.isArray()) {
                throw page.malformed("has a SKU without its id or its plans");
            }
            SortedSet<String> mailbox = new TreeSet<>();
            for (JsonNode plan : servicePlans) {
                String id = plan.path("servicePlanId").asString("");
                if (MAILBOX_PLANS.contains(id.toLowerCase(Locale.ROOT))) {
                    mailbox.add(id);
                }
            }
            read.put(sku.asString(), mailbox);
        });
        return read;
    }
}
