package dev.shisa.sandbox.directory;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which service plans a user's licences give. Pure. */
public final class Plans {

    private static final int ID_LENGTH = 36;

    private Plans() {
    }

    /** Ids of the plans that some licence gives and does not switch off. */
    public static Set<String> enabled(User user) {
        Set<String> plans = new LinkedHashSet<>();
        for (Assignment assignment : user.assignments()) {
            for (ServicePlan plan : Skus.known(assignment.skuId()).plans()) {
                if (!assignment.disabledPlans().contains(plan.id())) {
                    plans.add(plan.id());
                }
            }
        }
        return plans;
    }

    /** The user with other licences, their mailbox, and the plans that Graph goes on listing as deleted. */
    public static User relicensed(User user, List<Assignment> assignments, String now, Delicensing delicensing) {
        return Mailboxes.follow(unlicensed(user, assignments, now), now, delicensing);
    }

    /** The user with other licences and the plans that Graph goes on listing as deleted; the mailbox does not follow. */
    public static User unlicensed(User user, List<Assignment> assignments, String now) {
        return former(user.with(UserField.ASSIGNMENTS, List.copyOf(assignments)), enabled(user), now);
    }

    private static User former(User user, Set<String> before, String now) {
        Set<String> listed = new HashSet<>();
        user.assignments().forEach(
                assignment -> Skus.known(assignment.skuId()).plans().forEach(plan -> listed.add(plan.id())));
        Map<String, String> former = new LinkedHashMap<>();
        user.texts(UserField.FORMER_PLANS).forEach(entry -> former.put(entry.substring(0, ID_LENGTH), entry));
        before.forEach(plan -> former.put(plan, plan + "@" + now));
        former.keySet().removeAll(listed);
        return user.with(UserField.FORMER_PLANS, former.isEmpty() ? null : List.copyOf(former.values()));
    }
}
