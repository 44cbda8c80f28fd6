package dev.shisa.sandbox.directory;

/**
 * One service inside a product.
 *
 * @param service the service's name in {@code assignedPlans}
 * @param mailbox whether the plan gives a mailbox; EXCHANGE_S_FOUNDATION and the archive add-on do not
 */
public record ServicePlan(String id, String name, String service, boolean mailbox) {
}
