package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.Sku;
import dev.shisa.sandbox.directory.Skus;
import dev.shisa.sandbox.fault.FaultDesk;
import dev.shisa.sandbox.wire.Answer;
import dev.shisa.sandbox.wire.JsonValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** The organisation, its domains and its products. */
final class TenantReads {

    private final Directory directory;
    private final String tenantId;
    private final FaultDesk faults;

    TenantReads(Directory directory, String tenantId, FaultDesk faults) {
        this.directory = directory;
        this.tenantId = tenantId;
        this.faults = faults;
    }

    void offerOn(Routes routes) {
        routes.get("organization", Permissions.READ_TENANT, this::organizations);
        routes.get("organization/{organization}", Permissions.READ_TENANT, this::organization);
        routes.get("domains", Permissions.READ_TENANT, this::domains);
        routes.get("domains/{domain}", Permissions.READ_TENANT, this::domain);
        routes.get("subscribedSkus", Permissions.READ_LICENCES, this::subscribedSkus);
        routes.get("subscribedSkus/{sku}", Permissions.READ_LICENCES, this::subscribedSku);
    }

    private Answer organizations(GraphCall call) {
        return Selected.list(call, "organization", List.of(organization()));
    }

    private Answer organization(GraphCall call) {
        if (!call.parameter("organization").equalsIgnoreCase(tenantId)) {
            throw GraphProblem.notFound(call.parameter("organization"));
        }
        return Selected.single(call, "organization", organization());
    }

    private Map<String, Object> organization() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", tenantId);
        fields.put("displayName", directory.content().organisation());
        fields.put("tenantType", "AAD");
        fields.put("countryLetterCode", "JP");
        fields.put("preferredLanguage", "ja");
        fields.put("createdDateTime", "2009-04-01T00:00:00Z");
        fields.put("verifiedDomains", List.of(verified(directory.content().defaultDomain(), true, false),
                verified(directory.content().initialDomain(), false, true)));
        fields.put("assignedPlans", List.of());
        fields.put("provisionedPlans", List.of());
        fields.put("technicalNotificationMails", List.of());
        return fields;
    }

    private static Map<String, Object> verified(String name, boolean isDefault, boolean isInitial) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("capabilities", "Email, OfficeCommunicationsOnline");
        fields.put("isDefault", isDefault);
        fields.put("isInitial", isInitial);
        fields.put("name", name);
        fields.put("type", "Managed");
        return fields;
    }

    private Answer domains(GraphCall call) {
        return Selected.list(call, "domains", domainEntries());
    }

    private Answer domain(GraphCall call) {
        for (Map<String, Object> domain : domainEntries()) {
            if (call.parameter("domain").equalsIgnoreCase((String) domain.get("id"))) {
                return Selected.single(call, "domains", domain);
            }
        }
        throw GraphProblem.notFound(call.parameter("domain"));
    }

    private List<Map<String, Object>> domainEntries() {
        return List.of(domain(directory.content().defaultDomain(), true),
                domain(directory.content().initialDomain(), false));
    }

    private static Map<String, Object> domain(String name, boolean isDefault) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", name);
        fields.put("authenticationType", "Managed");
        fields.put("isAdminManaged", true);
        fields.put("isDefault", isDefault);
        fields.put("isInitial", !isDefault);
        fields.put("isRoot", true);
        fields.put("isVerified", true);
        fields.put("supportedServices", List.of("Email", "OfficeCommunicationsOnline"));
        return fields;
    }

    private Answer subscribedSkus(GraphCall call) {
        List<Map<String, Object>> list = new ArrayList<>();
        directory.content().seats().keySet().forEach(sku -> list.add(subscription(Skus.known(sku))));
        return Selected.list(call, "subscribedSkus", list);
    }

    private Answer subscribedSku(GraphCall call) {
        for (String id : directory.content().seats().keySet()) {
            Map<String, Object> entry = subscription(Skus.known(id));
            if (call.parameter("sku").equalsIgnoreCase((String) entry.get("id"))) {
                return Selected.single(call, "subscribedSkus", entry);
            }
        }
        throw GraphProblem.notFound(call.parameter("sku"));
    }

    private Map<String, Object> subscription(Sku sku) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("accountName", directory.content().organisation());
        fields.put("accountId", tenantId);
        fields.put("appliesTo", "User");
        fields.put("capabilityStatus", "Enabled");
        int used = directory.seats().used(sku.id());
        fields.put("consumedUnits", faults.conditions().noSeats(sku.partNumber())
                ? Math.max(used, directory.seats().bought(sku.id()))
                : used);
        fields.put("id", tenantId + "_" + sku.id());
        fields.put("skuId", sku.id());
        fields.put("skuPartNumber", sku.partNumber());
        fields.put("subscriptionIds", List.of());
        Map<String, Object> units = new LinkedHashMap<>();
        units.put("enabled", directory.seats().bought(sku.id()));
        units.put("lockedOut", 0);
        units.put("suspended", 0);
        units.put("warning", 0);
        fields.put("prepaidUnits", units);
        fields.put("servicePlans", plans(sku, directory.retiredPlans()));
        return fields;
    }

    private static List<Map<String, Object>> plans(Sku sku, List<String> retired) {
        List<Map<String, Object>> list = new ArrayList<>();
        sku.plans().stream().filter(plan -> !retired.contains(plan.id())).forEach(plan -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("servicePlanId", plan.id());
            fields.put("servicePlanName", plan.name());
            fields.put("provisioningStatus", "Success");
            fields.put("appliesTo", "User");
            list.add(fields);
        });
        return list;
    }

    /** One entry of a user's licenseDetails. */
    static Consumer<JsonGenerator> licenseDetail(String id, Sku sku, List<String> retired) {
        return generator -> {
            generator.writeStringProperty("id", id);
            generator.writeStringProperty("skuId", sku.id());
            generator.writeStringProperty("skuPartNumber", sku.partNumber());
            generator.writeName("servicePlans");
            JsonValues.write(generator, plans(sku, retired));
        };
    }
}
