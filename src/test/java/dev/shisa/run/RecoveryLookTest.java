package dev.shisa.run;

import static dev.shisa.account.AnAccount.NOON;
import static dev.shisa.account.AnAccount.id;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shisa.account.AccountId;
import dev.shisa.account.AnAccount;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Enabled;
import dev.shisa.account.FacetValue.Mailbox;
import dev.shisa.account.Observation;
import dev.shisa.catalog.Change;
import dev.shisa.catalog.Contract;
import dev.shisa.catalog.Effect;
import dev.shisa.journal.RecoveryTable;
import dev.shisa.journal.Sight;
import dev.shisa.journal.TargetState;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What became of an account, without any of the time that its effects may still take: what is not there now is not there. */
class RecoveryLookTest {
    private static final Contract DISABLED_WITHOUT_MAILBOX = new Contract(List.of(
            new Effect(new Change.ToEnabled(false), Duration.ofMinutes(10), Optional.empty()),
            new Effect(new Change.ToMailbox(Mailbox.State.TOMBSTONE), Duration.ofHours(1), Optional.empty())));

    private static Map<AccountId, Observation> looks(AnAccount... accounts) {
        return Stream.of(accounts).map(AnAccount::seen).collect(Collectors.toMap(Observation::id, look -> look));
    }

    private static SortedMap<AccountId, RecoveryLook> of(Tally tally, Map<AccountId, Observation> from,
            Map<AccountId, Observation> looks, boolean isUndo) {
        return RecoveryLook.of(tally, from, looks, isUndo ? new Contract(List.of()) : DISABLED_WITHOUT_MAILBOX,
                EnumSet.allOf(Facet.class), isUndo);
    }

    private static RecoveryLook of(TargetState believed, AnAccount now) {
        Tally tally = Tally.empty();
        tally.written(id(1), believed, AnAccount.number(1).seen(), NOON);
        return Objects.requireNonNull(of(tally, tally.intended(), looks(now), false).get(id(1)));
    }

    private static AnAccount after() {
        return AnAccount.number(1).at(NOON.plusSeconds(1));
    }

    @Test
    void whatIsMissingIsNamedAndWhatIsThereIsNot() {
        RecoveryLook look = of(TargetState.UNKNOWN, after().with(new Enabled(false)));
        assertEquals(new RecoveryLook(id(1), TargetState.UNKNOWN,
                RecoveryTable.decide(TargetState.UNKNOWN, Sight.PART),
                List.of("missing mailbox: present (box-1) -> present (box-1)")), look);
    }

    @Test
    void whatWentWithSomethingElseIsNotNamed() {
        RecoveryLook look = of(TargetState.ACCEPTED, after().deleted());
        assertEquals(Sight.SOMETHING_ELSE, look.cell().sight());
        assertEquals(TargetState.VIOLATED, look.cell().becomes());
        assertEquals(List.of("extra identity: active -> soft-deleted"), look.found());
    }

    @Test
    void whatIsAsDeclaredLeavesNothingToSay() {
        RecoveryLook look = of(TargetState.UNKNOWN,
                after().with(new Enabled(false)).with(Mailbox.of(Mailbox.State.TOMBSTONE)));
        assertEquals(RecoveryTable.decide(TargetState.UNKNOWN, Sight.AS_DECLARED), look.cell());
        assertEquals(List.of(), look.found());
    }

    @Test
    void onlyAccountsThatWereLookedAtAndAreKnownFromBeforeAreJudged() {
        Tally tally = Tally.empty();
        Map<AccountId, Observation> from = looks(AnAccount.number(3), AnAccount.number(1), AnAccount.number(2));
        SortedMap<AccountId, RecoveryLook> looks = of(tally, from,
                looks(AnAccount.number(4), AnAccount.number(3), AnAccount.number(1)), false);
        assertEquals(List.of(id(1), id(3)), List.copyOf(looks.keySet()));
        looks.values().forEach(look -> assertEquals(RecoveryTable.decide(TargetState.NOT_STARTED, Sight.AS_BEFORE),
                look.cell(), "of these nothing was believed"));
        assertEquals(Map.of(), of(tally, from, Map.of(), false));
    }

    @Test
    void anUndoThatDidNothingYetIsAsBeforeAndItsLossIsNamed() {
        AnAccount harmed = AnAccount.number(1).with(new Enabled(false));
        Tally tally = Tally.empty();
        tally.written(id(1), TargetState.UNKNOWN, harmed.seen(), NOON);
        Map<AccountId, Observation> original = looks(AnAccount.number(1));
        RecoveryLook still = Objects
                .requireNonNull(of(tally, original, looks(harmed.at(NOON.plusSeconds(1))), true).get(id(1)));
        assertEquals(RecoveryTable.decide(TargetState.UNKNOWN, Sight.AS_BEFORE), still.cell());
        assertEquals(List.of("extra enabled: enabled -> disabled"), still.found());
        RecoveryLook back = Objects.requireNonNull(of(tally, original, looks(after()), true).get(id(1)));
        assertEquals(RecoveryTable.decide(TargetState.UNKNOWN, Sight.AS_DECLARED), back.cell());
    }
}
