package dev.shisa.policy;

import dev.shisa.fuzz.Oracle;
import dev.shisa.signature.Signers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A signed exception from a policy. */
public final class WaiverTarget extends SignedTarget {
    private final PolicySet policies = ShippedPoliciesTest.shipped();

    /** Reads the valid one. */
    public WaiverTarget() {
        super("waiver", Waivers.NAMESPACE);
    }

    @Override
    public String name() {
        return "waiver";
    }

    @Override
    Optional<?> counting(Path folder, Signers allowed) {
        Waivers waivers = Waivers.read(List.of(folder), policies, allowed, Set.of("carol"), NOW);
        Oracle.same("each file is found once", 1, waivers.found().size());
        List<Waiver> counting = waivers.counting();
        for (Waiver waiver : counting) {
            Oracle.holds(policies.find(waiver.policy()).orElseThrow().isWaivable(), "what cannot be waived is waived");
            Oracle.holds(NOW.isBefore(waiver.expires()), "a waiver counts that expired");
            Oracle.holds(waiver.maximumCount() > 0, "a waiver counts for nobody");
        }
        return counting.isEmpty()
                ? Optional.empty()
                : Optional.of(counting.stream().map(waiver -> new Waiver(waiver.name(), waiver.policy(),
                        waiver.tenantId(), waiver.maximumCount(), waiver.reason(), waiver.requester(),
                        waiver.expires(), "")).toList());
    }
}
