package dev.shisa.operation;

import dev.shisa.text.Text;
import dev.shisa.tenant.TenantReader;
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
    private static final Duration SHORTEST_NAP = Duration.ofSeconds(1);

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
                    .refusal(ExitStatus.PLAN_STALE, Text.of("The plan will have expired at {0}.", notBefore))
                    .contrast(Text.of("a moment before {0}", draft.plan().expires()),
                            Text.verbatim(notBefore.toString()))
                    .remedy(Text.of("Plan later, or go earlier.")));
        }
        until(notBefore, connection.reader(), timer);
        return Replanning.of(new PlanFile.Content.Intact(draft.plan(), draft.digest()), connection, archive, catalog,
                names);
    }

    /** The service tells its time in whole seconds, so a nap is never shorter: the next answer is a later one, or the clock stands. */
    static void until(Instant moment, TenantReader reader, Timer timer)
            throws RefusedException, TenantFailure, InterruptedException {
        Instant now = reader.identify().serverTime();
        while (now.isBefore(moment)) {
            Duration left = Duration.between(now, moment);
            Duration nap = left.compareTo(LONGEST_NAP) < 0 ? left : LONGEST_NAP;
            timer.await(nap.compareTo(SHORTEST_NAP) < 0 ? SHORTEST_NAP : nap);
            Instant later = reader.identify().serverTime();
            if (!later.isAfter(now)) {
                throw new RefusedException(Diagnostic
                        .refusal(ExitStatus.PLAN_STALE,
                                Text.of("The service's clock does not move, so the moment never comes."))
                        .contrast(Text.of("after {0}", now), Text.verbatim(later.toString())));
            }
            now = later;
        }
    }
}
