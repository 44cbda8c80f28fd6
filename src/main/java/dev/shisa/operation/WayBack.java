package dev.shisa.operation;

import dev.shisa.account.AccountId;
import dev.shisa.account.Observation;
import dev.shisa.catalog.WireCall;
import dev.shisa.execute.Recipe;
import dev.shisa.keepsake.Keepsake;
import dev.shisa.keepsake.Restitution;
import dev.shisa.plan.Restoration;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantReader;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The whole way back of one account: first what {@link Restoration} brings back, then what its keepsake ties again. Where nobody can read how it is tied
 * now nothing is tied; the look after the undo names it. Used by one thread.
 */
final class WayBack implements Recipe {
    private final Restoration restoration;
    private final Restitution restitution;
    private final TenantReader reader;
    private final Set<WireCall> refused = new HashSet<>();

    WayBack(Restoration restoration, Keepsake keepsake, TenantReader reader) {
        this.restoration = restoration;
        this.restitution = new Restitution(keepsake);
        this.reader = reader;
    }

    @Override
    public int mostSteps() {
        return Restoration.MOST_STEPS + Restitution.MOST_STEPS;
    }

    @Override
    public Optional<WireCall> next(Observation now, int done) {
        return restoration.next(now).or(() -> tie(now));
    }

    private Optional<WireCall> tie(Observation account) {
        if (!account.isActive()) {
            return Optional.empty();
        }
        try {
            Keepsake now = reader.ties(account);
            List<WireCall> open = restitution.open(now, reader.counterparts(restitution.missing(now)));
            return open.stream().filter(call -> !refused.contains(call)).findFirst();
        } catch (TenantFailure e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean goesOnWithout(WireCall call) {
        boolean tying = call.path().endsWith("/$ref") || call.path().endsWith("/appRoleAssignments");
        return tying && refused.add(call);
    }

    @Override
    public Set<AccountId> others() {
        return restitution.others();
    }
}
