package dev.shisa.operation;

import dev.shisa.catalog.Catalog;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.execute.Timer;
import dev.shisa.plan.PlanFile;
import dev.shisa.tenant.TenantFailure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** Waits until a moment of the service's clock, and looks again: what was planned for hours ago is not gone by. */
public final class TimedGo {
    private static final Duration LONGEST_NAP = Duration.ofMinutes(1);

    private TimedGo() {
    }

    /**
     * Waits, and makes the draft again from a fresh look.
     *
     * @param draft what is to be done
     * @param notBefore when, by the service's clock
     * @throws RefusedException when the moment lies after the end of the plan, or the tenant is not as it was
     */
    public static Draft await(Draft draft, Instant notBefore, Connection connection, Archive archive, Catalog catalog,
            Names names, Timer timer) throws RefusedException, IOException, TenantFailure, InterruptedException {
        if (!notBefore.isBefore(draft.plan().expires())) {
            throw new RefusedException(Diagnostic
                    .refusal(ExitStatus.PLAN_STALE, "The plan will have expired at " + notBefore + ".")
                    .contrast("a moment before " + draft.plan().expires(), notBefore.toString())
                    .remedy("Plan later, or go earlier."));
        }
        Instant now = connection.reader().identify().serverTime();
        while (now.isBefore(notBefore)) {
            Duration left = Duration.between(now, notBefore);
            timer.await(left.compareTo(LONGEST_NAP) < 0 ? left : LONGEST_NAP);
            Instant later = connection.reader().identify().serverTime();
            if (!later.isAfter(now)) {
                throw new RefusedException(Diagnostic
                        .refusal(ExitStatus.PLAN_STALE, "The service's clock does not move, so the moment never comes.")
                        .contrast("after " + now, later.toString()));
            }
            now = later;
        }
        return Replanning.of(new PlanFile.Content.Intact(draft.plan(), draft.digest()), connection, archive, catalog,
                names);
    }
}
