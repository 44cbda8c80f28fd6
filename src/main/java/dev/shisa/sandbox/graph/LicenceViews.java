package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.directory.Assignment;
import dev.shisa.sandbox.directory.ServicePlan;
import dev.shisa.sandbox.directory.Skus;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How Graph shows licences on a user. */
final class LicenceViews {

    private static final String ENABLED = "Enabled";
    private static final String DELETED = "Deleted";

    private LicenceViews() {
    }

    /** One entry a product, however it was assigned; a plan is off only where every assignment switches it off. */
    static List<Object> assignedLicenses(User user) {
        Map<String, List<String>> disabled = new LinkedHashMap<>();
        for (Assignment assignment : user.assignments()) {
            disabled.merge(assignment.skuId(), assignment.disabledPlans(),
                    (one, two) -> one.stream().filter(two::contains).toList());
        }
        List<Object> list = new ArrayList<>();
        disabled.forEach((sku, plans) -> list.add(entry("disabledPlans", plans, "skuId", sku)));
        return list;
    }

    /** One entry a service plan; enabled if any product gives it. Plans that were taken away stay as deleted, retired ones go. */
    static List<Object> assignedPlans(User user) {
        Map<String, Map<String, Object>> plans = new LinkedHashMap<>();
        for (Assignment assignment : user.assignments()) {
            for (ServicePlan plan : Skus.known(assignment.skuId()).plans()) {
                boolean on = !assignment.disabledPlans().contains(plan.id());
                Map<String, Object> known = plans.get(plan.id());
                if (known == null || (on && !ENABLED.equals(known.get("capabilityStatus")))) {
                    plans.put(plan.id(), plan(plan, on ? ENABLED : DELETED, assignment.since()));
                }
            }
        }
        for (String former : user.texts(UserField.FORMER_PLANS)) {
            int cut = former.indexOf('@');
            String id = former.substring(0, cut);
            plans.computeIfAbsent(id, key -> plan(Skus.plan(id), DELETED, former.substring(cut + 1)));
        }
        user.texts(UserField.RETIRED_PLANS).forEach(plans::remove);
        return new ArrayList<>(plans.values());
    }

    private static Map<String, Object> plan(ServicePlan plan, String status, String since) {
        Map<String, Object> entry = entry("assignedDateTime", since, "capabilityStatus", status);
        entry.put("service", plan.service());
        entry.put("servicePlanId", plan.id());
        return entry;
    }

    static List<Object> provisionedPlans(User user) {
        List<Object> list = new ArrayList<>();
        for (Object plan : assignedPlans(user)) {
            Map<?, ?> fields = (Map<?, ?>) plan;
            if (ENABLED.equals(fields.get("capabilityStatus"))) {
                Map<String, Object> entry = entry("capabilityStatus", ENABLED, "provisioningStatus", "Success");
                entry.put("service", String.valueOf(fields.get("service")));
                list.add(entry);
            }
        }
        return list;
    }

    static List<Object> assignmentStates(User user) {
        List<Object> list = new ArrayList<>();
        for (Assignment assignment : user.assignments()) {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("skuId", assignment.skuId());
            entry.put("disabledPlans", assignment.disabledPlans());
            entry.put("assignedByGroup", assignment.group());
            entry.put("state", "Active");
            entry.put("error", "None");
            entry.put("lastUpdatedDateTime", assignment.since());
            list.add(entry);
        }
        return list;
    }

    private static Map<String, Object> entry(String name, Object value, String other, Object otherValue) {
        Map<String, Object> entry = new LinkedHashMap<>(8);
        entry.put(name, value);
        entry.put(other, otherValue);
        return entry;
    }
}
