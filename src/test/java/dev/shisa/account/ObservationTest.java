package dev.shisa.account;

import static dev.shisa.account.AnAccount.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.FacetValue.Enabled;
import dev.shisa.account.FacetValue.Identity;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An account as it was read: its state, its name, its id. */
class ObservationTest {
    private static final AccountId ID = new AccountId("ABCDEF01-0000-4000-8000-000000000001");

    private static Observation named(AccountId id, String name) {
        return new Observation(id, number(1).named(name).seen().traits(), number(1).seen().readings());
    }

    @Test
    void onlyAnIdentityThatWasSeenActiveIsActive() {
        assertTrue(number(1).seen().isActive());
        assertFalse(number(1).deleted().seen().isActive());
        assertFalse(number(1).absent().seen().isActive());
        assertFalse(number(1).unseen(Facet.IDENTITY).seen().isActive());
        assertFalse(number(1).notRead(Set.of(Facet.IDENTITY)).seen().isActive());
    }

    @Test
    void theRecycleBinsPrefixIsNoPartOfTheName() {
        assertEquals(Optional.of("person@sgu.example"),
                named(ID, "ABCDEF01000040008000000000000001person@sgu.example").signInName());
        assertEquals("person@sgu.example",
                named(ID, "abcdef01000040008000000000000001person@sgu.example").name(), "whatever its case");
        assertEquals("person@sgu.example", named(ID, "person@sgu.example").name());
        String ofAnother = "ABCDEF01000040008000000000000002person@sgu.example";
        assertEquals(ofAnother, named(ID, ofAnother).name());
    }

    @Test
    void anAccountWithoutANameIsCalledByItsId() {
        Observation absent = number(1).absent().seen();
        assertEquals(Optional.empty(), absent.signInName());
        assertEquals("00000000-0000-4000-8000-000000000001", absent.name());
    }

    @Test
    void aLaterLookSaysWhyItDidNotSeeWhatNobodyHadAskedForBefore() {
        Observation earlier = number(1).notRead(Set.of(Facet.GROUPS, Facet.ROLES)).seen();
        Observation both = earlier.overlaidWith(number(1).unseen(Facet.GROUPS).notRead(Set.of(Facet.ROLES)).seen());
        assertEquals(new Reading.Unseen("test"), both.reading(Facet.GROUPS));
        assertEquals(new Reading.Unseen("not read"), both.reading(Facet.ROLES));
    }

    @Test
    void theTraitsAreThoseOfTheLaterLookWhereItHasAny() {
        Observation earlier = number(1).seen();
        Observation later = number(1).synced().seen();
        assertEquals(later.traits(), earlier.overlaidWith(later).traits());
        assertEquals(earlier.traits(), earlier.overlaidWith(number(1).absent().seen()).traits());
    }

    @Test
    void aValueOfAnotherTypeIsNone() {
        assertEquals(Optional.of(Identity.ACTIVE), number(1).seen().value(Facet.IDENTITY, Identity.class));
        assertEquals(Optional.empty(), number(1).seen().value(Facet.IDENTITY, Enabled.class));
    }

    @Test
    void anIdHasTheFormOfAUuidAndIsKeptAsTheServiceWroteIt() {
        assertEquals(Optional.of(ID), AccountId.parse("ABCDEF01-0000-4000-8000-000000000001"));
        assertEquals(Optional.empty(), AccountId.parse("ABCDEF01-0000-4000-8000-00000000000"));
        assertEquals(Optional.empty(), AccountId.parse("person@sgu.example"));
        assertEquals("ABCDEF01-0000-4000-8000-000000000001", ID.toString());
        assertEquals("not an object id: person", assertThrows(IllegalArgumentException.class,
                () -> new AccountId("person")).getMessage());
    }

    @Test
    void sharingChangesNothingThatCanBeAsked() {
        RandomObservations random = new RandomObservations(71);
        RandomObservations again = new RandomObservations(71);
        for (int i = 0; i < 300; i++) {
            Observation one = random.next();
            Observation same = again.next();
            assertEquals(one, one.sharing(number(1).seen()));
            Observation shared = same.sharing(one);
            assertEquals(one, shared);
            shared.readings().forEach((facet, _) -> assertSame(one.value(facet).orElse(null),
                    shared.value(facet).orElse(null)));
            assertSame(one.traits(), shared.traits());
        }
    }
}
