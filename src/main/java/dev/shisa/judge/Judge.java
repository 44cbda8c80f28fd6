package dev.shisa.judge;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Mailbox;
import dev.shisa.account.Harm;
import dev.shisa.account.Observation;
import dev.shisa.catalog.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares what happened with what was declared. Pure: the same scene always gives the same judgement, whatever the order of its maps.
 *
 * <p>
 * The laws it keeps: each watched facet of each account has exactly one outcome; a state judged against itself with nothing attempted
 * passes; turning a seen value into an unseen one never makes a scene pass that did not; a wider contract never adds an extra.
 */
public final class Judge {
    private final Scene scene;
    private final EnumMap<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    private final List<Finding> notable = new ArrayList<>();
    private final Noise touched = new Noise();
    private final Noise untouched = new Noise();

    private Judge(Scene scene) {
        this.scene = scene;
    }

    /** Judges a scene. */
    public static Judgement judge(Scene scene) {
        Judge judge = new Judge(scene);
        scene.before().values().forEach(judge::account);
        scene.attempted().keySet().stream().filter(id -> !scene.before().containsKey(id)).map(Judge::unread)
                .forEach(judge::account);
        return judge.judgement();
    }

    private void account(Observation before) {
        Observation after = scene.after().getOrDefault(before.id(), unread(before.id()));
        boolean attempted = scene.attempted().containsKey(before.id());
        for (Facet facet : scene.watched()) {
            if (isJudged(facet, before)) {
                if (attempted) {
                    record(touched(facet, before, after), touched);
                } else {
                    record(untouched(facet, before, after), untouched);
                }
            }
        }
    }

    /** On an account that was written every watched facet is judged; elsewhere those that somebody asked for before. */
    private boolean isJudged(Facet facet, Observation before) {
        return scene.watched().contains(facet)
                && (scene.attempted().containsKey(before.id()) || before.readings().containsKey(facet));
    }

    private static Observation unread(AccountId id) {
        return new Observation(id, Optional.empty(), Map.of());
    }

    private void record(Finding finding, Noise noise) {
        counts.merge(finding.outcome(), 1L, Long::sum);
        noise.add(finding);
        if (finding.outcome() != Outcome.UNCHANGED) {
            notable.add(finding);
        }
    }

    private Finding touched(Facet facet, Observation before, Observation after) {
        if (isImplied(facet, before, after)) {
            return finding(facet, before, after, Outcome.IMPLIED, Harm.NONE, Optional.empty());
        }
        Optional<FacetValue> from = before.value(facet);
        Optional<FacetValue> to = after.value(facet);
        if (from.isEmpty() || to.isEmpty()) {
            return finding(facet, before, after, Outcome.UNOBSERVED, Harm.NONE, Optional.empty());
        }
        Harm harm = Harm.of(from.get(), to.get());
        Optional<Effect> effect = scene.contract().effect(facet);
        if (effect.isPresent()) {
            return declared(effect.get(), before, after, from.get(), to.get(), harm);
        }
        return harm == Harm.NONE
                ? finding(facet, before, after, Outcome.UNCHANGED, harm, Optional.empty())
                : lost(facet, before, after, harm);
    }

    /** A loss on an account we wrote is ours unless the audit log names somebody else for it. */
    private Finding lost(Facet facet, Observation before, Observation after, Harm harm) {
        Attribution by = scene.attribution().of(before.id(), facet);
        Outcome outcome = by instanceof Attribution.Other ? Outcome.BACKGROUND : Outcome.EXTRA;
        return finding(facet, before, after, outcome, harm, by);
    }

    private Finding declared(Effect effect, Observation before, Observation after, FacetValue from, FacetValue to,
            Harm harm) {
        Facet facet = effect.change().facet();
        if (effect.change().isMet(from, to)) {
            return finding(facet, before, after, Outcome.MET, harm, Optional.empty());
        }
        Instant written = scene.attempted().getOrDefault(before.id(), scene.now());
        Instant expected = written.plus(effect.after().orElse(Duration.ZERO));
        Instant due = expected.plus(effect.within());
        boolean passing = effect.change().mayPass(from, to) && !scene.now().isAfter(due);
        if (harm != Harm.NONE && !passing) {
            return lost(facet, before, after, harm);
        }
        if (scene.now().isAfter(due)) {
            return finding(facet, before, after, Outcome.MISSING, Harm.NONE, Optional.empty());
        }
        Outcome waiting = effect.after().isPresent() ? Outcome.DEFERRED : Outcome.PENDING;
        return finding(facet, before, after, waiting, Harm.NONE, Optional.of(due));
    }

    private Finding untouched(Facet facet, Observation before, Observation after) {
        if (isImplied(facet, before, after)) {
            return finding(facet, before, after, Outcome.IMPLIED, Harm.NONE, Optional.empty());
        }
        Optional<FacetValue> from = before.value(facet);
        Optional<FacetValue> to = after.value(facet);
        if (from.isEmpty() || to.isEmpty()) {
            return finding(facet, before, after, Outcome.UNOBSERVED, Harm.NONE, Optional.empty());
        }
        Harm harm = Harm.of(from.get(), to.get());
        if (harm == Harm.NONE) {
            return finding(facet, before, after, Outcome.UNCHANGED, harm, Optional.empty());
        }
        Attribution by = scene.attribution().of(before.id(), facet);
        boolean mayBeLife = harm == Harm.SOFT && !(by instanceof Attribution.Ours);
        Outcome outcome = mayBeLife ? Outcome.BACKGROUND : attributed(by);
        return finding(facet, before, after, outcome, harm, by);
    }

    private static Outcome attributed(Attribution by) {
        return switch (by) {
            case Attribution.Ours _,Attribution.NotAsked _ -> Outcome.COLLATERAL;
            case Attribution.Other _ -> Outcome.BACKGROUND;
            case Attribution.Nobody _ -> Outcome.UNEXPLAINED;
        };
    }

    private Judgement judgement() {
        if (counts.containsKey(Outcome.COLLATERAL) || notable.stream().anyMatch(Judge::isCertainHarm)) {
            return Judgement.of(counts, notable, Verdict.FAILED, false);
        }
        Verdict small = smallLosses();
        boolean open = counts.containsKey(Outcome.MISSING) || counts.containsKey(Outcome.UNOBSERVED)
                || counts.containsKey(Outcome.UNEXPLAINED);
        boolean pending = counts.containsKey(Outcome.PENDING);
        boolean passes = small == Verdict.PASSED && !open;
        Verdict verdict = small == Verdict.PASSED && (open || pending) ? Verdict.INCONCLUSIVE : small;
        return Judgement.of(counts, notable, verdict, passes && pending);
    }

    /** A loss that is critical, or that the audit log names us for, is never life. */
    private static boolean isCertainHarm(Finding finding) {
        return finding.outcome() == Outcome.EXTRA
                && (finding.harm() == Harm.CRITICAL || finding.by() instanceof Attribution.Ours);
    }

    /**
     * Small losses are life up to what the baseline shows, and on written accounts up to what accounts that nobody wrote show at the same time.
     */
    private Verdict smallLosses() {
        Verdict verdict = Verdict.PASSED;
        for (Facet facet : scene.watched()) {
            int life = scene.baseline().allows(facet, touched.judged(facet))
                    + untouched.expected(facet, touched.judged(facet));
            if (touched.losses(facet) > life) {
                if (touched.isOurs(facet)) {
                    return Verdict.FAILED;
                }
                verdict = Verdict.INCONCLUSIVE;
            }
            if (untouched.losses(facet) > scene.baseline().allows(facet, untouched.judged(facet))) {
                verdict = Verdict.INCONCLUSIVE;
            }
        }
        return verdict;
    }

    /**
     * Whether the facet went with one that dominates it. An identity that was not active before has nothing under it that could be compared.
     * Only what is judged itself can speak for what hangs on it, else a loss would be nobody's.
     */
    private boolean isImplied(Facet facet, Observation before, Observation after) {
        if (facet == Facet.IDENTITY) {
            return false;
        }
        if (isJudged(Facet.IDENTITY, before) && (identityIsNot(before) || identityIsNot(after))) {
            return true;
        }
        return Facet.MAILBOX.dominates().contains(facet) && isJudged(Facet.MAILBOX, before)
                && mailboxLost(before, after)
                && !seenAsBefore(facet, before, after);
    }

    private static boolean identityIsNot(Observation account) {
        return account.value(Facet.IDENTITY).filter(identity -> identity != Identity.ACTIVE).isPresent();
    }

    private static boolean mailboxLost(Observation before, Observation after) {
        Optional<FacetValue> from = before.value(Facet.MAILBOX);
        Optional<FacetValue> to = after.value(Facet.MAILBOX);
        return from.isPresent() && to.isPresent() && to.get() instanceof Mailbox box
                && box.state() != Mailbox.State.PRESENT
                && Harm.of(from.get(), to.get()) != Harm.NONE;
    }

    private static boolean seenAsBefore(Facet facet, Observation before, Observation after) {
        return before.value(facet).isPresent() && before.value(facet).equals(after.value(facet));
    }

    private static Finding finding(Facet facet, Observation before, Observation after, Outcome outcome, Harm harm,
            Optional<Instant> until) {
        return new Finding(before.id(), facet, outcome, harm, until, before.reading(facet), after.reading(facet),
                new Attribution.NotAsked());
    }

    private static Finding finding(Facet facet, Observation before, Observation after, Outcome outcome, Harm harm,
            Attribution by) {
        return new Finding(before.id(), facet, outcome, harm, Optional.empty(), before.reading(facet),
                after.reading(facet), by);
    }
}
