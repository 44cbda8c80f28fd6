package dev.shisa.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue;
import dev.shisa.account.Harm;
import dev.shisa.account.Reading;
import dev.shisa.catalog.Change;
import dev.shisa.catalog.Contract;
import dev.shisa.catalog.Effect;
import dev.shisa.judge.Attribution;
import dev.shisa.judge.Finding;
import dev.shisa.judge.Outcome;
import dev.shisa.report.FacetChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class FacetChangesTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final Contract TOMBSTONES = new Contract(List.of(new Effect(
            new Change.ToMailbox(FacetValue.Mailbox.State.TOMBSTONE), Duration.ofHours(1), Optional.empty())));

    @Test
    void whoShowedTheSameIsCountedTogetherWhateverTheNumberOfTheMailbox() {
        List<Finding> findings = new ArrayList<>();
        for (int n = 0; n < 7; n++) {
            findings.add(finding(n, Facet.MAILBOX, Outcome.MET, seen(FacetValue.Mailbox.present("guid-" + n)),
                    seen(new FacetValue.Mailbox(FacetValue.Mailbox.State.TOMBSTONE, Optional.of("guid-" + n)))));
        }
        assertEquals(List.of(new FacetChange("mailbox", "tombstone", "present", "tombstone", "met", 7)),
                FacetChanges.of(findings, TOMBSTONES));
    }

    @Test
    void whatWasNotDeclaredIsToldAsDeclaredUnchangedAndOneOutcomeIsNotHiddenInAnother() {
        Reading active = seen(FacetValue.Identity.ACTIVE);
        List<Finding> findings = List.of(
                finding(1, Facet.IDENTITY, Outcome.COLLATERAL, active, seen(FacetValue.Identity.ABSENT)),
                finding(2, Facet.IDENTITY, Outcome.EXTRA, active, seen(FacetValue.Identity.ABSENT)),
                finding(3, Facet.IDENTITY, Outcome.UNOBSERVED, active, new Reading.Unseen("403")));
        assertEquals(List.of(new FacetChange("identity", "unchanged", "active", "absent", "extra", 1),
                new FacetChange("identity", "unchanged", "active", "unseen", "unobserved", 1),
                new FacetChange("identity", "unchanged", "active", "absent", "collateral", 1)),
                FacetChanges.of(findings, TOMBSTONES));
    }

    @Test
    void manyPairsOfValuesAreToldAsVariousAndNobodyIsLost() {
        List<Finding> findings = new ArrayList<>();
        for (int n = 0; n < 1000; n++) {
            findings.add(finding(n, Facet.HOLDS, Outcome.EXTRA,
                    seen(new FacetValue.Holds(new TreeSet<>(Set.of("hold-" + n % 500)))),
                    seen(new FacetValue.Holds(new TreeSet<>()))));
        }
        List<FacetChange> rows = FacetChanges.of(findings, TOMBSTONES);
        assertEquals(5, rows.size());
        assertEquals(new FacetChange("holds", "unchanged", "various", "various", "extra", 992), rows.getLast());
        assertEquals(1000, rows.stream().mapToLong(FacetChange::accounts).sum());
    }

    @Test
    void whatOthersDidIsNoChangeOfTheRun() {
        Finding others = finding(1, Facet.IDENTITY, Outcome.BACKGROUND, seen(FacetValue.Identity.ACTIVE),
                seen(FacetValue.Identity.SOFT_DELETED));
        assertEquals(List.of(), FacetChanges.of(List.of(others), TOMBSTONES));
    }

    @Test
    void whatWentWithAnEarlierLossAndWasNeverSeenIsNoneEither() {
        Reading unseen = new Reading.Unseen("in the recycle bin");
        Reading enabled = seen(new FacetValue.Enabled(true));
        assertEquals(List.of(new FacetChange("enabled", "unchanged", "various", "various", "implied", 1)),
                FacetChanges.of(List.of(finding(1, Facet.ENABLED, Outcome.IMPLIED, unseen, unseen),
                        finding(2, Facet.ENABLED, Outcome.IMPLIED, enabled, unseen)), TOMBSTONES));
        assertEquals(1, FacetChanges.of(List.of(finding(1, Facet.ENABLED, Outcome.UNOBSERVED, unseen, unseen)),
                TOMBSTONES).size());
    }

    private static Reading seen(FacetValue value) {
        return new Reading.Seen(value, "test", NOW);
    }

    private static Finding finding(int number, Facet facet, Outcome outcome, Reading before, Reading after) {
        return new Finding(new AccountId("00000000-0000-4000-8000-%012d".formatted(number)), facet, outcome, Harm.NONE,
                Optional.empty(), before, after, new Attribution.NotAsked());
    }
}
