package dev.shisa.judge;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Mailbox;
import dev.shisa.account.Harm;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
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

    private Judge(Scene scene) {
        this.scene = scene;
    }

    /** Judges a scene. */
    public static Judgement judge(Scene scene) {
        Judge judge = new Judge(scene);
        scene.before().values().forEach(judge::account);
        scene.attempted().keySet().stream().filter(id -> !scene.before().containsKey(id)).map(Judge::unread)
                .forEach(judge::account);
        return Judgement.of(judge.counts, judge.notable, scene.baseline());
    }

    private void account(Observation before) {
        Observation after = scene.after().getOrDefault(before.id(), unread(before.id()));
        boolean attempted = scene.attempted().containsKey(before.id());
        for (Facet facet : scene.watched()) {
            if (isJudged(facet, before)) {
                record(attempted ? touched(facet, before, after) : untouched(facet, before, after));
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

    private void record(Finding finding) {
        counts.merge(finding.outcome(), 1L, Long::sum);
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
        return finding(facet, before, after, harm == Harm.NONE ? Outcome.UNCHANGED : Outcome.EXTRA, harm,
                Optional.empty());
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
            return finding(facet, before, after, Outcome.EXTRA, harm, Optional.empty());
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
        Outcome outcome = switch (harm) {
            case NONE -> Outcome.UNCHANGED;
            case SOFT -> Outcome.BACKGROUND;
            case CRITICAL -> attributed(before.id(), facet);
        };
        return finding(facet, before, after, outcome, harm, Optional.empty());
    }

    private Outcome attributed(AccountId account, Facet facet) {
        return switch (scene.attribution().of(account, facet)) {
            case Attribution.Ours _,Attribution.NotAsked _ -> Outcome.COLLATERAL;
            case Attribution.Other _ -> Outcome.BACKGROUND;
            case Attribution.Nobody _ -> Outcome.UNEXPLAINED;
        };
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
        Reading from = before.reading(facet);
        Reading to = after.reading(facet);
        return new Finding(before.id(), facet, outcome, harm, until, from, to);
    }
}
