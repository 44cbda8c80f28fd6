package dev.shisa.judge;

import static dev.shisa.account.AnAccount.LICENCE;
import static dev.shisa.account.AnAccount.NOON;
import static dev.shisa.account.AnAccount.id;
import static dev.shisa.account.AnAccount.number;
import static dev.shisa.account.AnAccount.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.AccountId;
import dev.shisa.account.AnAccount;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue;
import dev.shisa.account.FacetValue.Archive;
import dev.shisa.account.FacetValue.Enabled;
import dev.shisa.account.FacetValue.Groups;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Licences;
import dev.shisa.account.FacetValue.Mailbox;
import dev.shisa.account.FacetValue.Password;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.Harm;
import dev.shisa.account.Observation;
import dev.shisa.catalog.Change;
import dev.shisa.catalog.Contract;
import dev.shisa.catalog.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every outcome with a scene that can be read. */
class JudgeTest {
    private static final Contract KEEP_IDENTITY = contract(effect(new Change.WithoutMailboxPlans()),
            effect(new Change.ToMailbox(Mailbox.State.TOMBSTONE)));
    private static final Contract DISCARD_IDENTITY = contract(effect(new Change.ToIdentity(Identity.SOFT_DELETED)));
    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final AnAccount BEFORE = number(1);
    private static final AnAccount WITHOUT_MAILBOX = number(1).with(Licences.of(List.of(LICENCE.withoutMailbox())))
            .with(Mailbox.of(Mailbox.State.TOMBSTONE));

    private static Effect effect(Change change) {
        return new Effect(change, Duration.ofMinutes(10), Optional.empty());
    }

    private static Contract contract(Effect... effects) {
        return new Contract(List.of(effects));
    }

    /** Accounts before and after; which were written; what was declared. */
    private static final class Story {
        private final Map<AccountId, Observation> before = new HashMap<>();
        private final Map<AccountId, Observation> after = new HashMap<>();
        private final Map<AccountId, Instant> attempted = new HashMap<>();
        private Contract contract = new Contract(List.of());
        private Instant now = NOON;
        private Set<Facet> watched = EnumSet.allOf(Facet.class);
        private Baseline baseline = Baseline.still();
        private Attribution.Lookup attribution = Attribution.Lookup.notAsked();

        static Story written(Contract contract, AnAccount from, AnAccount to) {
            Story story = new Story().also(from, to);
            story.contract = contract;
            story.attempted.put(from.seen().id(), NOON);
            return story;
        }

        static Story elsewhere(AnAccount from, AnAccount to) {
            return new Story().also(from, to);
        }

        Story also(AnAccount from, AnAccount to) {
            before.put(from.seen().id(), from.seen());
            after.put(to.seen().id(), to.seen());
            return this;
        }

        Story at(Instant time) {
            now = time;
            return this;
        }

        Story calm(Map<Facet, Integer> allowed) {
            baseline = new Baseline(4, allowed);
            return this;
        }

        Story by(Attribution actor) {
            attribution = (_, _) -> actor;
            return this;
        }

        Story watching(Facet... facets) {
            watched = Set.of(facets);
            return this;
        }

        Judgement judged() {
            return Judge.judge(
                    new Scene(contract, attempted, before, after, now, watched, baseline, attribution));
        }

        /** The notable outcomes and the verdict, for example {@code mailbox=met passed}. */
        String told() {
            StringBuilder told = new StringBuilder();
            judged().notable().forEach(f -> told.append(f.facet().label()).append('=').append(f.outcome().label())
                    .append(' '));
            return told + judged().verdict().label();
        }
    }

    @Test
    void declaredAndSeenIsMetAndWhatHangsOnTheMailboxGoesWithIt() {
        assertEquals("mailbox=met licences=met passed",
                Story.written(KEEP_IDENTITY, BEFORE, WITHOUT_MAILBOX).told());
        assertEquals("mailbox=met archive=implied visibility=implied licences=met passed",
                Story.written(KEEP_IDENTITY, BEFORE,
                        WITHOUT_MAILBOX.with(new Archive(false)).unseen(Facet.VISIBILITY)).told());
    }

    @Test
    void anIdentityThatGoesUndeclaredIsExtraAndTakesAllElseWithIt() {
        Judgement judgement = Story.written(KEEP_IDENTITY, BEFORE, BEFORE.deleted()).judged();
        assertEquals(1, judgement.count(Outcome.EXTRA));
        assertEquals(11, judgement.count(Outcome.IMPLIED));
        assertEquals(12, judgement.notable().size());
        assertEquals(Facet.IDENTITY, judgement.findings(Outcome.EXTRA).getFirst().facet());
        assertEquals(Harm.CRITICAL, judgement.findings(Outcome.EXTRA).getFirst().harm());
        assertEquals("identity: active -> soft-deleted",
                judgement.findings(Outcome.EXTRA).getFirst().describe());
        assertEquals(set(id(1).value()).toString(), judgement.harmed().toString());
        assertEquals(Verdict.FAILED, judgement.verdict());
    }

    @ParameterizedTest
    @CsvSource({"0, pending inconclusive", "600, pending inconclusive", "601, missing inconclusive"})
    void whatIsDeclaredAndNotSeenIsPendingUntilItsBoundAndThenMissing(long seconds, String outcome) {
        assertEquals("enabled=" + outcome, Story.written(contract(effect(new Change.ToEnabled(false))), BEFORE, BEFORE)
                .at(NOON.plusSeconds(seconds)).told());
    }

    @Test
    void aPendingChangeNamesItsBound() {
        Finding pending = Story.written(contract(effect(new Change.ToEnabled(false))), BEFORE, BEFORE).judged()
                .findings(Outcome.PENDING).getFirst();
        assertEquals(Optional.of(NOON.plus(WITHIN)), pending.until());
    }

    @Test
    void aChangeThatTheServiceDefersIsListedWithItsDateAndDoesNotHoldUpTheRun() {
        Effect deferred = new Effect(new Change.WithoutMailboxPlans(), WITHIN, Optional.of(Duration.ofDays(30)));
        Story story = Story.written(contract(deferred), BEFORE, BEFORE);
        assertEquals("licences=deferred passed", story.told());
        assertEquals(Optional.of(NOON.plus(Duration.ofDays(30)).plus(WITHIN)),
                story.judged().findings(Outcome.DEFERRED).getFirst().until());
        assertEquals("licences=missing inconclusive", story.at(NOON.plus(Duration.ofDays(31))).told());
    }

    @Test
    void anAccountOnItsWayIntoTheRecycleBinMayBeNowhereForAMoment() {
        Story story = Story.written(DISCARD_IDENTITY, BEFORE, BEFORE.absent());
        assertEquals(1, story.judged().count(Outcome.PENDING));
        assertEquals(Verdict.INCONCLUSIVE, story.judged().verdict());
        story.at(NOON.plus(WITHIN).plusSeconds(1));
        assertEquals(Facet.IDENTITY, story.judged().findings(Outcome.EXTRA).getFirst().facet());
        assertEquals(Verdict.FAILED, story.judged().verdict());
    }

    @Test
    void aMailboxOfWhichIsKnownOnlyThatNoneAnswersMeetsATombstone() {
        assertEquals("mailbox=met licences=met passed",
                Story.written(KEEP_IDENTITY, BEFORE, WITHOUT_MAILBOX.with(Mailbox.of(Mailbox.State.GONE))).told());
        assertEquals("mailbox=extra licences=met failed", Story.written(KEEP_IDENTITY, BEFORE,
                WITHOUT_MAILBOX.with(Mailbox.of(Mailbox.State.ABSENT))).told());
    }

    @Test
    void anotherMailboxInPlaceOfTheOldOneIsExtraHoweverHealthyItLooks() {
        AnAccount other = number(1).with(Mailbox.present("another"));
        assertEquals("mailbox=extra failed", Story.written(contract(), BEFORE, other).told());
        assertEquals("mailbox=extra failed",
                Story.written(contract(effect(new Change.ToMailbox(Mailbox.State.PRESENT))), BEFORE, other).told());
        assertEquals("mailbox=extra failed",
                Story.written(contract(effect(new Change.MayGainMailbox())), BEFORE, other).told());
    }

    @Test
    void whatIsGainedIsNoLossButARoleIs() {
        assertEquals("passed", Story.written(contract(), BEFORE.with(new Archive(false)), BEFORE).told());
        assertEquals("roles=extra failed",
                Story.written(contract(), BEFORE, BEFORE.with(new Roles(set("assigned:a")))).told());
    }

    @Test
    void aLossInTheDeclaredFacetThatIsNotTheDeclaredOneIsExtra() {
        AnAccount stripped = BEFORE.with(Licences.of(List.of()));
        assertEquals("licences=extra failed",
                Story.written(contract(effect(new Change.WithoutMailboxPlans())), BEFORE, stripped).told());
    }

    @Test
    void whatCannotBeReadBeforeOrAfterIsUnobserved() {
        assertEquals("groups=unobserved inconclusive",
                Story.written(contract(), BEFORE, BEFORE.unseen(Facet.GROUPS)).told());
        assertEquals("groups=unobserved inconclusive",
                Story.elsewhere(BEFORE.unseen(Facet.GROUPS), BEFORE).told());
        assertEquals("identity=unobserved enabled=unobserved inconclusive",
                Story.written(contract(), BEFORE, number(2)).watching(Facet.IDENTITY, Facet.ENABLED).told());
    }

    @Test
    void anAccountThatWasWrittenAndNeverLookedAtBeforeIsUnobserved() {
        Story story = Story.written(contract(), BEFORE, BEFORE).watching(Facet.IDENTITY, Facet.ENABLED);
        story.before.clear();
        assertEquals("identity=unobserved enabled=unobserved inconclusive", story.told());
    }

    @Test
    void aLostIdentityThatNobodyJudgesImpliesNothing() {
        AnAccount partly = BEFORE.notRead(Set.of(Facet.IDENTITY));
        assertEquals("enabled=collateral failed",
                Story.elsewhere(partly, BEFORE.with(new Enabled(false)).with(Identity.SOFT_DELETED))
                        .watching(Facet.IDENTITY, Facet.ENABLED).told());
    }

    @Test
    void aRestoredAccountIsComparedWithNothingThatCouldNotBeSeenInTheRecycleBin() {
        Contract restored = contract(effect(new Change.ToIdentity(Identity.ACTIVE)));
        Judgement judgement = Story.written(restored, BEFORE.deleted(), BEFORE).judged();
        assertEquals(Map.of(Outcome.MET, 1L, Outcome.IMPLIED, 11L), judgement.counts());
        assertEquals(Verdict.PASSED, judgement.verdict());
        Judgement stillThere = Story.written(restored, BEFORE.deleted(), BEFORE.deleted()).judged();
        assertEquals(Verdict.INCONCLUSIVE, stillThere.verdict());
        Judgement purged = Story.written(restored, BEFORE.deleted(), BEFORE.absent()).judged();
        assertEquals(Verdict.FAILED, purged.verdict());
    }

    @Test
    void aCriticalLossElsewhereIsWhoseTheAuditLogSaysItIs() {
        Story disabled = Story.elsewhere(BEFORE, BEFORE.with(new Enabled(false)));
        assertEquals("enabled=collateral failed", disabled.told());
        assertEquals("enabled=collateral failed", disabled.by(new Attribution.Ours()).told());
        assertEquals("enabled=background passed", disabled.by(new Attribution.Other("helpdesk")).told());
        assertEquals("enabled=unexplained inconclusive", disabled.by(new Attribution.Nobody()).told());
    }

    @Test
    void smallLossesElsewhereAreBackgroundUpToTheBaseline() {
        Password changed = new Password(Optional.of(NOON));
        Story story = Story.elsewhere(number(1), number(1).with(changed)).also(number(2), number(2).with(changed));
        assertEquals("password=background password=background inconclusive", story.told());
        assertEquals("password=background password=background inconclusive",
                story.calm(Map.of(Facet.PASSWORD, 1)).told());
        assertEquals("password=background password=background passed", story.calm(Map.of(Facet.PASSWORD, 2)).told());
        assertEquals("password=background password=background inconclusive",
                story.calm(Map.of(Facet.GROUPS, 9)).told());
    }

    @Test
    void aSmallLossOfOursElsewhereIsCollateral() {
        Story reset = Story.elsewhere(BEFORE, BEFORE.with(new Password(Optional.of(NOON))));
        assertEquals("password=collateral failed", reset.by(new Attribution.Ours()).told());
        assertEquals("password=background passed", reset.by(new Attribution.Other("its owner")).told());
    }

    @Test
    void aSmallLossOnAWrittenAccountFails() {
        Story left = Story.written(contract(), BEFORE, BEFORE.with(new Groups(set(), set())));
        assertEquals("groups=extra failed", left.told());
        assertEquals("groups=extra failed", left.by(new Attribution.Ours()).told());
        assertEquals("groups=extra inconclusive", left.by(new Attribution.Nobody()).told());
        assertEquals("groups=background passed", left.by(new Attribution.Other("a dynamic group")).told());
    }

    @Test
    void aSmallLossThatTheLogNamesUsForIsNeverLife() {
        Story left = Story.written(contract(), BEFORE, BEFORE.with(new Groups(set(), set())))
                .calm(Map.of(Facet.GROUPS, 4));
        assertEquals("groups=extra passed", left.told());
        assertEquals("groups=extra passed", left.by(new Attribution.Nobody()).told());
        assertEquals("groups=extra failed", left.by(new Attribution.Ours()).told());
    }

    @Test
    void whatIsOnItsWayHidesNothingElse() {
        Contract later = contract(effect(new Change.ToMailbox(Mailbox.State.TOMBSTONE)));
        Story waiting = Story.written(later, BEFORE, BEFORE);
        assertTrue(waiting.judged().onItsWay(), "only the mailbox is waited for");
        Story lost = Story.written(later, BEFORE, BEFORE.with(new Groups(set(), set()))).by(new Attribution.Nobody());
        assertEquals(Verdict.INCONCLUSIVE, lost.judged().verdict());
        assertEquals(1, lost.judged().count(Outcome.PENDING));
        assertFalse(lost.judged().onItsWay(), "a group is lost as well");
        Story unread = Story.written(later, BEFORE, BEFORE.unseen(Facet.GROUPS));
        assertFalse(unread.judged().onItsWay());
        assertFalse(Story.written(contract(), BEFORE, BEFORE).judged().onItsWay());
    }

    @Test
    void aCriticalLossOnAWrittenAccountIsOursUnlessSomebodyElseIsNamed() {
        Story gone = Story.written(contract(), BEFORE, BEFORE.with(new Enabled(false)));
        assertEquals("enabled=extra failed", gone.told());
        assertEquals("enabled=extra failed", gone.by(new Attribution.Ours()).told());
        assertEquals("enabled=extra failed", gone.by(new Attribution.Nobody()).told());
        assertEquals("enabled=background passed", gone.by(new Attribution.Other("helpdesk")).told());
    }

    @Test
    void aSmallLossThatAccountsNobodyWroteShowAsWellIsLife() {
        Groups none = new Groups(set(), set());
        Story everywhere = Story.written(contract(), BEFORE, BEFORE.with(none)).also(number(2), number(2).with(none))
                .by(new Attribution.Nobody()).calm(Map.of(Facet.GROUPS, 2));
        assertEquals("groups=extra groups=background passed", everywhere.told());
        assertEquals("groups=extra inconclusive",
                Story.written(contract(), BEFORE, BEFORE.with(none)).also(number(2), number(2))
                        .by(new Attribution.Nobody()).told());
    }

    @Test
    void onAnUntouchedAccountOnlyWhatWasAskedForIsJudged() {
        AnAccount partly = BEFORE.notRead(Set.of(Facet.GROUPS, Facet.PASSWORD));
        assertEquals(Map.of(Outcome.UNCHANGED, 10L), Story.elsewhere(partly, BEFORE).judged().counts());
        assertEquals("groups=unobserved password=unobserved inconclusive",
                Story.written(contract(), partly, BEFORE).told());
    }

    @Test
    void whatIsNotWatchedIsOutsideTheJudgement() {
        FacetValue lost = new Groups(set(), set());
        assertEquals("passed",
                Story.written(contract(), BEFORE, BEFORE.with(lost)).watching(Facet.IDENTITY, Facet.ENABLED).told());
    }
}
