package dev.shisa.run;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.Reading;
import dev.shisa.execute.Timer;
import dev.shisa.judge.Attribution;
import dev.shisa.judge.Finding;
import dev.shisa.judge.Judgement;
import dev.shisa.judge.Outcome;
import dev.shisa.judge.Verdict;
import dev.shisa.site.Waits;
import dev.shisa.tenant.AuditRecord;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Asks the service's own audit log who caused a loss. Records come late, so it is asked until every loss has somebody or the bound is over; a
 * log that gives no answer names nobody.
 */
public final class AuditTrail {
    private final TenantReader reader;
    private final String application;
    private final Waits waits;
    private final Timer timer;

    /**
     * The audit log of one tenant.
     *
     * @param reader reads it
     * @param application client id under which our own writes are logged
     * @param waits the bound, and the distance between two looks
     * @param timer local waiting
     */
    public AuditTrail(TenantReader reader, String application, Waits waits, Timer timer) {
        this.reader = reader;
        this.application = application;
        this.waits = waits;
        this.timer = timer;
    }

    /**
     * The losses of a judgement that somebody has to be found for: those that would fail it, and small ones where they are too many.
     */
    public static List<Finding> questions(Judgement judgement) {
        boolean small = judgement.verdict() != Verdict.PASSED;
        return judgement.notable().stream()
                .filter(finding -> finding.outcome() == Outcome.COLLATERAL || finding.outcome() == Outcome.EXTRA
                        || (small && finding.outcome() == Outcome.BACKGROUND))
                .toList();
    }

    /** Who caused these losses, each looked for from the moment on at which the facet was last seen without it. */
    public Attribution.Lookup attribute(List<Finding> losses) throws InterruptedException {
        return attribute(losses, finding -> time(finding.before()));
    }

    /**
     * Who caused these losses.
     *
     * @param since from when on a record can be the one, by the service's clock
     */
    public Attribution.Lookup attribute(List<Finding> losses, Function<Finding, Instant> since)
            throws InterruptedException {
        Map<Question, Instant> open = new HashMap<>();
        losses.forEach(loss -> open.put(new Question(loss.account(), loss.facet()), since.apply(loss)));
        Map<Question, Attribution> answers = new HashMap<>();
        for (int look = 0; look < waits.auditLooks() && !open.isEmpty(); look++) {
            if (look > 0) {
                timer.await(waits.reread());
            }
            Map<AccountId, List<AuditRecord>> records = records(open);
            open.forEach((question, from) -> answer(question, from, records.getOrDefault(question.account(), List.of()))
                    .ifPresent(by -> answers.put(question, by)));
            open.keySet().removeAll(answers.keySet());
        }
        return (account, facet) -> answers.getOrDefault(new Question(account, facet), new Attribution.Nobody());
    }

    private record Question(AccountId account, Facet facet) {
    }

    private Map<AccountId, List<AuditRecord>> records(Map<Question, Instant> open) {
        Map<AccountId, List<AuditRecord>> byAccount = new HashMap<>();
        open.values().stream().min(Instant::compareTo).ifPresent(
                since -> since(since).forEach(record -> record.accounts()
                        .forEach(account -> byAccount.computeIfAbsent(account, _ -> new ArrayList<>()).add(record))));
        return byAccount;
    }

    /**
     * The accounts beside those, for which the log holds a write of ours. A request of ours that hit somebody else is known by this before any
     * look could show it.
     *
     * @param since from when on, by the service's clock
     * @param known records that are of something else, by {@link #ours}
     * @param meant the accounts that were to be written
     * @throws TenantFailure when the log gives no answer; that nobody was hit cannot be said then
     */
    public SortedSet<AccountId> strayed(Instant since, Set<String> known, Set<AccountId> meant) throws TenantFailure {
        TreeSet<AccountId> strayed = new TreeSet<>();
        reader.audits(since).stream().filter(this::isOurs).filter(record -> !known.contains(record.id()))
                .forEach(record -> strayed.addAll(record.accounts()));
        strayed.removeAll(meant);
        return strayed;
    }

    /** The names of the records of our own writes from then on. The service tells its time in whole seconds, so some of them may be older. */
    public Set<String> ours(Instant since) throws TenantFailure {
        return reader.audits(since).stream().filter(this::isOurs).map(AuditRecord::id).collect(Collectors.toSet());
    }

    /** The records from then on; none where the log gives no answer, which is the same as a log that names nobody. */
    List<AuditRecord> since(Instant since) {
        try {
            return reader.audits(since);
        } catch (TenantFailure e) {
            return List.of();
        }
    }

    /** Whether a record is of one of our own writes. */
    boolean isOurs(AuditRecord record) {
        return record.actor().is(application);
    }

    /** A record of ours decides, whoever else touched the same facet meanwhile. */
    private Optional<Attribution> answer(Question question, Instant from, List<AuditRecord> records) {
        List<AuditRecord> matching = records.stream()
                .filter(record -> !record.at().isBefore(from) && record.facets().contains(question.facet())).toList();
        if (matching.stream().anyMatch(this::isOurs)) {
            return Optional.of(new Attribution.Ours());
        }
        return matching.stream().findFirst().map(record -> new Attribution.Other(record.actor().name()));
    }

    private static Instant time(Reading reading) {
        return reading instanceof Reading.Seen seen ? seen.readAt() : Instant.EPOCH;
    }
}
