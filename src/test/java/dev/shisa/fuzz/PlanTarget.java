package dev.shisa.fuzz;

import dev.shisa.plan.Plan;
import dev.shisa.plan.PlanFile;
import java.util.Optional;

/** A plan. */
final class PlanTarget extends SealedFile<Plan> {
    @Override
    public String name() {
        return "plan";
    }

    @Override
    protected Optional<Plan> read(byte[] bytes) {
        return PlanFile.read(bytes) instanceof PlanFile.Content.Intact intact
                ? Optional.of(intact.plan())
                : Optional.empty();
    }

    @Override
    protected byte[] write(Plan value) {
        return PlanFile.write(value);
    }
}
