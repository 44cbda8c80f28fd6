package dev.shisa.judge;

import static dev.shisa.account.AnAccount.NOON;
import static dev.shisa.account.AnAccount.id;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Enabled;
import dev.shisa.account.Harm;
import dev.shisa.account.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a judgement says of its findings. */
class JudgementTest {
    private static final Reading ENABLED = new Reading.Seen(new Enabled(true), "test", NOON);
    private static final Reading DISABLED = new Reading.Seen(new Enabled(false), "test", NOON);

    private static Finding finding(int account, Facet facet, Outcome outcome) {
        return new Finding(id(account), facet, outcome, Harm.CRITICAL, Optional.empty(), ENABLED, DISABLED,
                new Attribution.NotAsked());
    }

    private static Judgement judgement(Finding... findings) {
        return Judgement.of(Map.of(), List.of(findings), Verdict.FAILED, false);
    }

    private static Finding change(Reading before, Reading after, Attribution by) {
        return new Finding(id(1), Facet.ENABLED, Outcome.BACKGROUND, Harm.CRITICAL, Optional.empty(), before, after,
                by);
    }

    private static SortedSet<AccountId> ids(int... numbers) {
        TreeSet<AccountId> ids = new TreeSet<>();
        Arrays.stream(numbers).forEach(number -> ids.add(id(number)));
        return ids;
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatNobodyDeclaredAndNobodyElseDidIsHarm(Outcome outcome) {
        boolean harm = outcome == Outcome.EXTRA || outcome == Outcome.COLLATERAL;
        assertEquals(harm ? ids(1) : ids(), judgement(finding(1, Facet.ENABLED, outcome)).harmed());
    }

    @Test
    void theAccountsOfAnOutcomeAreNamedOnceAndInOrder() {
        Judgement judgement = judgement(finding(3, Facet.ENABLED, Outcome.MISSING),
                finding(1, Facet.ENABLED, Outcome.MISSING), finding(3, Facet.ROLES, Outcome.MISSING),
                finding(2, Facet.ENABLED, Outcome.MET));
        assertEquals(ids(1, 3), judgement.accounts(Outcome.MISSING));
        assertEquals(ids(2), judgement.accounts(Outcome.MET));
        assertEquals(ids(), judgement.accounts(Outcome.EXTRA));
    }

    @Test
    void theFindingsAreInTheOrderOfAccountsAndThenOfFacets() {
        Finding first = finding(1, Facet.PROFILE, Outcome.EXTRA);
        Finding second = finding(2, Facet.IDENTITY, Outcome.EXTRA);
        Finding third = finding(2, Facet.GROUPS, Outcome.EXTRA);
        assertEquals(List.of(first, second, third), judgement(third, first, second).notable());
    }

    @Test
    void aFindingIsOnePhraseThatNamesOnlySomebodyElse() {
        assertEquals("enabled: enabled -> disabled, by helpdesk",
                change(ENABLED, DISABLED, new Attribution.Other("helpdesk")).describe());
        assertEquals("enabled: enabled -> disabled", change(ENABLED, DISABLED, new Attribution.Ours()).describe());
        assertEquals("enabled: disabled -> unseen (a timeout)",
                change(DISABLED, new Reading.Unseen("a timeout"), new Attribution.Nobody()).describe());
    }

    @Test
    void anOutcomeThatNobodyHadCountsNone() {
        Judgement judgement = new Judgement(Map.of(Outcome.MET, 3L), List.of(), Verdict.PASSED, false);
        assertEquals(3, judgement.count(Outcome.MET));
        assertEquals(0, judgement.count(Outcome.EXTRA));
    }
}
