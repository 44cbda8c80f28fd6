package dev.shisa.run;

import dev.shisa.account.Observation;
import dev.shisa.judge.Verdict;
import dev.shisa.site.Probe;
import dev.shisa.tenant.ServiceHealth;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantReader;
import dev.shisa.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a gate asks beside its accounts: the health of the service, and the probes of the site. A missing answer is never a pass. */
public final class Surroundings {
    private final TenantReader reader;
    private final List<Probe> probes;
    private final Prober prober;

    /**
     * The surroundings of one tenant.
     *
     * @param reader asks for the service's health
     * @param probes what the site wants tried; may be empty
     * @param prober tries it
     */
    public Surroundings(TenantReader reader, List<Probe> probes, Prober prober) {
        this.reader = reader;
        this.probes = List.copyOf(probes);
        this.prober = prober;
    }

    /**
     * What was found.
     *
     * @param verdict the worst answer
     * @param reasons one sentence per answer that is no pass
     */
    public record Found(Verdict verdict, List<String> reasons) {
    }

    /** Why the service is not well, by its own word; empty when it is. */
    public static List<String> ailments(TenantReader reader) {
        try {
            return reader.health().stream().filter(health -> !health.well())
                    .map(Surroundings::ailment).toList();
        } catch (TenantFailure e) {
            return List.of(Text.of("whether the service is well cannot be read: {0}", e.sentence()).toString());
        }
    }

    private static String ailment(ServiceHealth health) {
        return Text.of("{0} reports {1}", health.service(), health.status()).toString();
    }

    /**
     * Asks everything.
     *
     * @param touched an account that was written, where there is one
     * @param untouched a sentinel, where there is one
     */
    Found ask(Optional<Observation> touched, Optional<Observation> untouched) throws InterruptedException {
        List<String> reasons = new ArrayList<>(ailments(reader));
        Verdict verdict = reasons.isEmpty() ? Verdict.PASSED : Verdict.INCONCLUSIVE;
        for (Probe probe : probes) {
            Optional<Observation> account = switch (probe.subject()) {
                case TOUCHED -> touched;
                case UNTOUCHED -> untouched;
            };
            Prober.Answer answer = account.isPresent() ? prober.ask(probe, account.get()) : Prober.Answer.NO_ANSWER;
            String on = account.map(Observation::name).orElseGet(Text.of("no account")::toString);
            switch (answer) {
                case PASSED -> {
                    // Nothing to tell.
                }
                case FAILED -> {
                    reasons.add(Text.of("probe {0} failed on {1}", probe.name(), on).toString());
                    verdict = Verdict.FAILED;
                }
                case NO_ANSWER -> {
                    reasons.add(Text.of("probe {0} gave no answer on {1} within {2} s", probe.name(), on,
                            probe.timeout().toSeconds()).toString());
                    verdict = verdict == Verdict.FAILED ? verdict : Verdict.INCONCLUSIVE;
                }
            }
        }
        return new Found(verdict, reasons);
    }
}
