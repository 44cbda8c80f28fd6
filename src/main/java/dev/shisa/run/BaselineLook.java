package dev.shisa.run;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.Observation;
import dev.shisa.catalog.Contract;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.execute.Executor;
import dev.shisa.execute.Gathering;
import dev.shisa.execute.Timer;
import dev.shisa.judge.Attribution;
import dev.shisa.judge.Baseline;
import dev.shisa.judge.Finding;
import dev.shisa.judge.Judge;
import dev.shisa.judge.Judgement;
import dev.shisa.judge.Outcome;
import dev.shisa.judge.Scene;
import dev.shisa.plan.Target;
import dev.shisa.site.Site;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantReader;
import dev.shisa.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Looks twice at the same accounts with no write between, and judges the pair: what differs is the tenant's own noise. Targets are looked at
 * evenly over the whole list, as many as one wave may hold, and all sentinels.
 */
public final class BaselineLook {
    private final TenantReader reader;
    private final AuditTrail audit;
    private final Timer timer;
    private final Site site;
    private final Set<Facet> watched;

    /**
     * A look at one tenant.
     *
     * @param reader looks
     * @param audit tells who caused what
     * @param timer waits between the looks
     * @param site the distance between the looks
     * @param watched facets that can be read
     */
    public BaselineLook(TenantReader reader, AuditTrail audit, Timer timer, Site site, Set<Facet> watched) {
        this.reader = reader;
        this.audit = audit;
        this.timer = timer;
        this.site = site;
        this.watched = Set.copyOf(watched);
    }

    /**
     * What was found.
     *
     * @param baseline the noise
     * @param sentences the same for people; empty when nobody looked
     * @param refusals why nothing may be begun
     */
    public record Found(Baseline baseline, List<String> sentences, List<Diagnostic> refusals) {
        public Found {
            sentences = List.copyOf(sentences);
            refusals = List.copyOf(refusals);
        }

        /** Nobody looked. */
        public static Found nothing() {
            return new Found(Baseline.still(), List.of(), List.of());
        }
    }

    /**
     * Looks.
     *
     * @param targets all targets
     * @param sentinels the sentinels
     * @param most how many targets are looked at at most, at least 1
     */
    public Found take(List<Target> targets, Set<AccountId> sentinels, int most)
            throws TenantFailure, InterruptedException {
        Set<AccountId> sample = new TreeSet<>(sentinels);
        int step = Math.max(1, (targets.size() + most - 1) / most);
        for (int i = 0; i < targets.size(); i += step) {
            sample.add(targets.get(i).id());
        }
        Map<AccountId, Observation> first = Gathering.observe(reader, sample, reader.roles());
        timer.await(site.waits().reread());
        Map<AccountId, Observation> second = Gathering.observe(reader, sample, reader.roles());
        Judgement pair = judge(first, second, Attribution.Lookup.notAsked());
        List<Finding> questions = AuditTrail.questions(pair);
        Judgement judged = questions.isEmpty() ? pair : judge(first, second, audit.attribute(questions));
        return new Found(Baseline.of(judged, sample.size()), sentences(judged, sample.size()), refusals(judged));
    }

    private Judgement judge(Map<AccountId, Observation> first, Map<AccountId, Observation> second,
            Attribution.Lookup attribution) {
        Instant now = second.values().stream().map(Executor::timeOf).max(Instant::compareTo).orElse(Instant.EPOCH);
        return Judge.judge(new Scene(new Contract(List.of()), Map.of(), first, second, now, watched, Baseline.still(),
                attribution));
    }

    private List<String> sentences(Judgement pair, int accounts) {
        TreeMap<String, Integer> noise = new TreeMap<>();
        pair.notable().forEach(finding -> noise.merge(finding.facet().label() + " " + finding.outcome().label(), 1,
                Integer::sum));
        if (noise.isEmpty()) {
            return List.of(Text.of(
                    "Baseline: {0} accounts looked at twice, {1} s apart, with no write between: nothing changed.",
                    accounts, site.waits().reread().toSeconds()).toString());
        }
        return List.of(Text.of("Baseline: {0} accounts looked at twice, {1} s apart, with no write between: {2}.",
                accounts, site.waits().reread().toSeconds(), noise.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey()).collect(Collectors.joining(", ")))
                .toString());
    }

    private static List<Diagnostic> refusals(Judgement pair) {
        List<Finding> open = pair.notable().stream()
                .filter(finding -> finding.outcome() == Outcome.UNOBSERVED || finding.outcome() == Outcome.COLLATERAL
                        || finding.outcome() == Outcome.UNEXPLAINED)
                .toList();
        if (open.isEmpty()) {
            return List.of();
        }
        return List.of(Diagnostic
                .refusal(ExitStatus.REFUSED, Text.of("This tenant cannot be judged as it is, so nothing is begun."))
                .contrast(Text.of("two looks with no write between show the same, or what the audit log explains"),
                        Text.verbatim(open.stream().limit(20)
                                .map(finding -> finding.account() + " " + finding.outcome().label() + " "
                                        + finding.describe())
                                .collect(Collectors.joining("; "))))
                .remedy(Text.of("Find out what changes these accounts, or why they cannot be read; then try again.")));
    }
}
