package dev.shisa.sandbox.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One licence of one user.
 *
 * @param skuId         the product
 * @param disabledPlans service plans of the product that are switched off
 * @param group         the group that gives the licence, or null when it was given directly
 * @param since         UTC, whole seconds
 */
public record Assignment(String skuId, List<String> disabledPlans, @Nullable String group, String since) {

    public Assignment {
        disabledPlans = List.copyOf(disabledPlans);
    }

    public boolean direct() {
        return group == null;
    }
}
