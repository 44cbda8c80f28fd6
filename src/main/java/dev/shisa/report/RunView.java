package dev.shisa.report;

import dev.shisa.catalog.Texts;
import dev.shisa.diag.ExitStatus;
import dev.shisa.journal.RunKind;
import dev.shisa.judge.Outcome;
import dev.shisa.journal.RunStatus;
import dev.shisa.site.TenantKind;
import dev.shisa.text.Spoken;
import dev.shisa.text.Text;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Everything a run has to say for itself, ready to be shown. Every output of a run is made from this.
 *
 * @param run name of the run
 * @param kind why it was started
 * @param command noun and verb
 * @param words decided options and parameters, as typed
 * @param tenantId the tenant
 * @param domain its default domain
 * @param tenantKind what is at stake there
 * @param plan name of the plan; of the run that is brought back, for an undo
 * @param planDigest digest of the plan's file
 * @param status how the run stands
 * @param exit how the process ends
 * @param targets number of targets
 * @param leftOut accounts left out, by reason
 * @param counts targets by state
 * @param judgements facets of the whole tenant by outcome
 * @param changes what was declared against what was seen, by facet and outcome
 * @param harmed accounts that lost something that was not declared
 * @param notDone targets that are not done, with the reason
 * @param stops why the run did not go on
 * @param warnings what else an operator has to know
 * @param noise the tenant's own noise before the first write
 * @param authority what allowed it, one phrase each: policies, waivers, approvals
 * @param background what others did meanwhile
 * @param loss what was accepted as lost
 * @param unwatched facets that nobody can read in this tenant
 * @param residue what the rehearsal showed not to come back
 * @param evidence names of the rehearsals that the run rests on
 * @param exposure how many accounts could be written and not yet judged
 * @param exposureMax how many were
 * @param writeCalls writing requests sent
 * @param snapshotBefore name of the snapshot before; empty when the accounts were named and read one by one
 * @param snapshotAfter name of the snapshot after; empty when none could be proved complete
 * @param undoDeadline until when the way back is promised
 * @param verifyFrom until when all this is provisional; empty when nobody has to look again
 * @param recovery what to do now, from the catalog
 * @param journalHead digest of the journal's last record
 * @param auditHead digest of the audit log's record that this run is worked on; empty where there is no such log
 * @param started local time
 * @param ended local time
 */
public record RunView(String run, RunKind kind, String command, List<String> words, String tenantId, String domain,
        TenantKind tenantKind,
        String plan, String planDigest, RunStatus status, ExitStatus exit, int targets,
        SortedMap<String, Integer> leftOut,
        SortedMap<String, Integer> counts, SortedMap<String, Long> judgements, List<FacetChange> changes,
        List<Person> harmed,
        List<Person> notDone,
        List<String> stops, List<String> warnings, List<String> noise, List<String> authority,
        List<String> background,
        SortedSet<String> loss, SortedSet<String> unwatched,
        List<String> residue,
        List<String> evidence, int exposure, int exposureMax, long writeCalls, Optional<String> snapshotBefore,
        Optional<String> snapshotAfter,
        Optional<Instant> undoDeadline, Optional<Instant> verifyFrom, Texts recovery, String journalHead,
        Optional<String> auditHead,
        Instant started, Instant ended) {

    public RunView {
        words = List.copyOf(words);
        changes = List.copyOf(changes);
        harmed = List.copyOf(harmed);
        notDone = List.copyOf(notDone);
        stops = List.copyOf(stops);
        warnings = List.copyOf(warnings);
        noise = List.copyOf(noise);
        authority = List.copyOf(authority);
        background = List.copyOf(background);
        residue = List.copyOf(residue);
        evidence = List.copyOf(evidence);
    }

    /**
     * One account that deserves a line of its own.
     *
     * @param id its object id
     * @param name its sign-in name before
     * @param state how it stands
     * @param phrases what was found, one phrase each
     */
    public record Person(String id, String name, String state, List<String> phrases) {
        /** The state of somebody harmed whose account was written. */
        public static final String WRITTEN = "written";
        /** The state of somebody harmed whose account was not written. */
        public static final String NOT_TOUCHED = "not touched by us";

        public Person {
            phrases = List.copyOf(phrases);
        }
    }

    /**
     * The same run as it stands by now, after it was brought back, closed or looked at again.
     *
     * @param now how it stands
     * @param verified whether it was looked at again and found as declared
     */
    public RunView standing(RunStatus now, boolean verified) {
        Optional<Instant> deadline = now == RunStatus.UNDONE ? Optional.empty() : undoDeadline;
        Optional<Instant> provisional = verified || now == RunStatus.UNDONE ? Optional.empty() : verifyFrom;
        return new RunView(run, kind, command, words, tenantId, domain, tenantKind, plan, planDigest, now, exit,
                targets, leftOut, counts, judgements, changes, harmed, notDone, stops, warnings, noise, authority,
                background, loss, unwatched, residue, evidence, exposure, exposureMax, writeCalls, snapshotBefore,
                snapshotAfter, deadline, provisional, recovery, journalHead, auditHead, started, ended);
    }

    /**
     * The way back in a sentence.
     *
     * @param deadline as the report writes times
     * @param line as the report writes a command line
     */
    Text back(Function<Instant, String> deadline, UnaryOperator<String> line) {
        return status == RunStatus.UNDONE
                ? Text.of("It was brought back.")
                : undoDeadline
                        .map(until -> Text.of("Until about {0}, as far as the service keeps what was removed: {1}.",
                                deadline.apply(until), line.apply("shisa undo " + run)))
                        .orElse(Text.of("There is none."));
    }

    /** What to do about a run that is open; its own name stands where the catalog says {@code RUN}. */
    Spoken whatNow() {
        Spoken givenUp = locale -> recovery.in(locale).replace("RUN", run);
        return switch (status) {
            case PAUSED, HALTED, INTERRUPTED, UNKNOWN -> Text.of(
                    "When the reason is gone and no halt is in force, go on with it: shisa run resume {0}. Or give it up: {1}",
                    run, givenUp);
            case RUNNING, STUCK, VIOLATED, COMPLETED, PARTIAL, UNDONE, CLOSED -> givenUp;
        };
    }

    /** The judgements, what was declared first and what did not change last. */
    public Map<String, Long> judged() {
        Map<String, Long> judged = new LinkedHashMap<>();
        Stream.concat(Stream.of(Outcome.values()).filter(outcome -> outcome != Outcome.UNCHANGED),
                Stream.of(Outcome.UNCHANGED)).map(Outcome::label).filter(label -> judgements.containsKey(label))
                .forEach(label -> judged.put(label, judgements.getOrDefault(label, 0L)));
        return judged;
    }

    /** Targets in that state. */
    public int count(String state) {
        return counts.getOrDefault(state, 0);
    }

    /** Targets seen as declared. */
    public int done() {
        return count("verified");
    }

    /** Targets refused by the service, not applied, or touched and found otherwise. */
    public int failed() {
        return count("rejected") + count("not-applied") + count("violated") + count("skipped") + count("overtaken");
    }

    /** Targets of which nobody can say what was done. */
    public int unknown() {
        return count("unknown") + count("intended") + count("partial");
    }

    /** Targets written and not seen as declared in time. */
    public int pending() {
        return count("missing") + count("accepted");
    }

    /** Targets for which nothing was sent. */
    public int notStarted() {
        return targets - counts.values().stream().mapToInt(Integer::intValue).sum() + count("not-started");
    }
}
