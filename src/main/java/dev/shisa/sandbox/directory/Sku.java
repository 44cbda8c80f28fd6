package dev.shisa.sandbox.directory;

import java.util.List;

/** A product: what {@code subscribedSkus} lists and a licence refers to. */
public record Sku(String id, String partNumber, List<ServicePlan> plans) {

    public Sku {
        plans = List.copyOf(plans);
    }

    public boolean has(String planId) {
        return plans.stream().anyMatch(plan -> plan.id().equalsIgnoreCase(planId));
    }
}
