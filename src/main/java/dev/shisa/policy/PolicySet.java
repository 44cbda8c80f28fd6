package dev.shisa.policy;

import dev.shisa.store.Digest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All policies that hold, and the cases that test them. There is no set without a policy.
 *
 * @param policies in the order of the files
 * @param cases in the order of the files
 * @param digest SHA-256 over the digests of all files, in hexadecimal
 */
public record PolicySet(List<Policy> policies, List<PolicyCase> cases, String digest) {
    public PolicySet {
        policies = List.copyOf(policies);
        cases = List.copyOf(cases);
        if (policies.isEmpty()) {
            throw new IllegalArgumentException("without a policy nobody decides");
        }
    }

    static String digestOf(List<String> digests) {
        return Digest.of(String.join("\n", digests));
    }

    /** The policy of that name. */
    public Optional<Policy> find(String name) {
        return policies.stream().filter(policy -> policy.name().equals(name)).findFirst();
    }

    /**
     * What they say to a situation.
     *
     * @param situation what is the case
     * @param waivers genuine waivers; one lets a refusal pass whose policy it names and allows to be waived, in its tenant, until its end, for at most its
     *     number of targets
     */
    public Verdict judge(Situation situation, Collection<Waiver> waivers) {
        return new Verdict(
                policies.stream().map(policy -> waived(policy.judge(situation), situation, waivers)).toList());
    }

    private static Ruling waived(Ruling ruling, Situation situation, Collection<Waiver> waivers) {
        if (!(ruling.outcome() instanceof Ruling.Outcome.Refused refused) || !refused.waivable()) {
            return ruling;
        }
        Instant now = (Instant) situation.value(Variable.TIME_NOW);
        String tenant = (String) situation.value(Variable.TENANT_ID);
        long targets = (long) situation.value(Variable.PLAN_TARGETS);
        return waivers.stream().filter(waiver -> waiver.covers(ruling.policy(), tenant, targets, now)).findFirst()
                .map(waiver -> new Ruling(ruling.policy(), ruling.source(), ruling.summary(),
                        new Ruling.Outcome.Waived(waiver.name(), refused.message()), ruling.values()))
                .orElse(ruling);
    }

    /** What the cases say: one sentence for each that fails, and for each policy that no case shows to make a difference. */
    public List<String> failures() {
        List<String> failures = new ArrayList<>();
        cases.forEach(one -> one.failure(this).ifPresent(failures::add));
        for (Policy policy : policies) {
            Set<String> seen = cases.stream().filter(one -> one.policy().equals(policy.name()))
                    .map(PolicyCase::difference)
                    .collect(Collectors.toCollection(HashSet::new));
            if (seen.size() < 2) {
                failures.add("the policy " + policy.name() + " of " + policy.source()
                        + " is not tested: at least two cases with different answers are wanted");
            }
        }
        return failures;
    }
}
