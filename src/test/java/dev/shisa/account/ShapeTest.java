package dev.shisa.account;

import static dev.shisa.account.AnAccount.LICENCE;
import static dev.shisa.account.AnAccount.OTHER_SKU;
import static dev.shisa.account.AnAccount.SKU;
import static dev.shisa.account.AnAccount.number;
import static dev.shisa.account.AnAccount.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.shisa.account.FacetValue.Archive;
import dev.shisa.account.FacetValue.Holds;
import dev.shisa.account.FacetValue.Licences;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Buckets, facets and licences by their own words. */
class ShapeTest {
    private static final Licence BY_GROUP = new Licence(OTHER_SKU, set(), set("plan"), false, set("group-1"));
    private static final Licence BY_BOTH = new Licence(SKU, set(), set("plan"), true, set("group-1"));

    private static AnAccount holding(Licence... licences) {
        return number(1).with(Licences.of(List.of(licences)));
    }

    static Stream<Arguments> buckets() {
        return Stream.of(arguments(ShapeTrait.KIND, number(1), "user"),
                arguments(ShapeTrait.KIND, number(1).kind(Traits.Kind.SHARED), "shared"),
                arguments(ShapeTrait.KIND, number(1).absent(), "unknown"),
                arguments(ShapeTrait.ORIGIN, number(1), "cloud"),
                arguments(ShapeTrait.ORIGIN, number(1).synced(), "synced"),
                arguments(ShapeTrait.ORIGIN, number(1).absent(), "unknown"),
                arguments(ShapeTrait.LICENCE, holding(), "none"),
                arguments(ShapeTrait.LICENCE, holding(LICENCE), "direct"),
                arguments(ShapeTrait.LICENCE, holding(BY_GROUP), "group"),
                arguments(ShapeTrait.LICENCE, holding(LICENCE, BY_GROUP), "both"),
                arguments(ShapeTrait.LICENCE, holding(BY_BOTH), "both"),
                arguments(ShapeTrait.LICENCE, number(1).unseen(Facet.LICENCES), "unread"),
                arguments(ShapeTrait.MAILBOX_PLAN, holding(LICENCE.withoutMailbox()), "none"),
                arguments(ShapeTrait.MAILBOX_PLAN, holding(LICENCE), "one"),
                arguments(ShapeTrait.MAILBOX_PLAN, holding(LICENCE, BY_GROUP), "several"),
                arguments(ShapeTrait.MAILBOX_PLAN, number(1).unseen(Facet.LICENCES), "unread"),
                arguments(ShapeTrait.HOLD, number(1), "none"),
                arguments(ShapeTrait.HOLD, number(1).with(new Holds(set("litigation"))), "held"),
                arguments(ShapeTrait.HOLD, number(1).unseen(Facet.HOLDS), "unread"),
                arguments(ShapeTrait.ARCHIVE, number(1), "present"),
                arguments(ShapeTrait.ARCHIVE, number(1).with(new Archive(false)), "none"),
                arguments(ShapeTrait.ARCHIVE, number(1).unseen(Facet.ARCHIVE), "unread"));
    }

    @ParameterizedTest
    @MethodSource("buckets")
    void anAccountFallsIntoOneBucketPerTrait(ShapeTrait trait, AnAccount account, String bucket) {
        assertEquals(bucket, trait.bucket(account.seen()));
        assertEquals(trait.label() + "=" + bucket, Shape.of(account.seen(), Set.of(trait)).label());
    }

    @Test
    void aShapeNamesOnlyWhatTheCommandIsShapedByInOneOrder() {
        Set<ShapeTrait> shapedBy = EnumSet.of(ShapeTrait.ARCHIVE, ShapeTrait.KIND, ShapeTrait.LICENCE);
        assertEquals("kind=user licence=direct archive=present", Shape.of(number(1).seen(), shapedBy).label());
        assertEquals(Shape.of(number(1).seen(), shapedBy), Shape.of(number(2).synced().seen(), shapedBy));
        assertEquals("", Shape.of(number(1).seen(), Set.of()).label());
    }

    @ParameterizedTest
    @EnumSource
    void aTraitIsFoundByItsLabel(ShapeTrait trait) {
        assertEquals(Optional.of(trait), ShapeTrait.parse(trait.label()));
    }

    @ParameterizedTest
    @EnumSource
    void aFacetIsFoundByItsLabelWhateverItsCase(Facet facet) {
        assertEquals(Optional.of(facet), Facet.parse(" " + facet.name() + " "));
        assertEquals(Optional.of(facet), Facet.parse(facet.label()));
        assertEquals(Optional.empty(), Facet.parse(facet.label() + "s"));
    }

    @Test
    void theIdentityTakesEverythingWithItAndTheMailboxWhatHangsOnIt() {
        assertEquals(11, Facet.IDENTITY.dominates().size());
        assertEquals(EnumSet.of(Facet.ARCHIVE, Facet.VISIBILITY), Facet.MAILBOX.dominates());
        assertEquals(EnumSet.of(Facet.IDENTITY, Facet.MAILBOX), EnumSet.copyOf(Stream.of(Facet.values())
                .filter(facet -> !facet.dominates().isEmpty()).toList()));
    }

    @Test
    void whatAListingCarriesIsReadEverywhereAndWhatTheMailboxServiceKeepsFollowsLater() {
        assertEquals(EnumSet.of(Facet.IDENTITY, Facet.ENABLED, Facet.LICENCES, Facet.ADDRESSES, Facet.ROLES),
                EnumSet.copyOf(Stream.of(Facet.values()).filter(facet -> facet.reach() == Facet.Reach.TENANT_WIDE)
                        .toList()));
        assertEquals(EnumSet.of(Facet.MAILBOX, Facet.ARCHIVE, Facet.VISIBILITY, Facet.HOLDS),
                EnumSet.copyOf(Stream.of(Facet.values()).filter(Facet::followsLater).toList()));
    }

    @Test
    void shapesAreInTheOrderOfTheirLabels() {
        Set<ShapeTrait> shapedBy = EnumSet.of(ShapeTrait.ORIGIN);
        Shape cloud = Shape.of(number(1).seen(), shapedBy);
        Shape synced = Shape.of(number(1).synced().seen(), shapedBy);
        assertTrue(cloud.compareTo(synced) < 0);
        assertTrue(synced.compareTo(cloud) > 0);
        assertEquals(0, cloud.compareTo(Shape.of(number(2).seen(), shapedBy)));
    }

    @Test
    void aLicenceCoversAnotherOnlyWhenItGivesAllOfIt() {
        Licence whole = Licence.direct(SKU, Set.of(), Set.of("mail"));
        Licence part = Licence.direct(SKU, Set.of("teams"), Set.of("mail"));
        assertTrue(whole.covers(whole));
        assertTrue(whole.covers(part));
        assertFalse(part.covers(whole));
        assertFalse(whole.covers(Licence.direct(OTHER_SKU, Set.of(), Set.of("mail"))));
        Licence byGroup = new Licence(SKU, set(), set("mail"), false, set("g"));
        assertFalse(byGroup.covers(whole), "a group may take away what was assigned directly");
        assertFalse(whole.covers(byGroup), "a direct assignment does not follow the group");
        assertTrue(new Licence(SKU, set(), set("mail"), true, set("g")).covers(byGroup));
        assertFalse(Licences.of(List.of(whole)).covers(Licences.of(List.of(whole, byGroup))));
        assertTrue(Licences.of(List.of(whole, byGroup)).covers(Licences.of(List.of())));
    }

    @Test
    void switchingMailboxPlansOffAndOnComesBackToTheSame() {
        Licence licence = Licence.direct(SKU, Set.of("teams"), Set.of("mail", "archive"));
        assertFalse(licence.withoutMailbox().givesMailbox());
        assertEquals(set("archive", "mail", "teams"), licence.withoutMailbox().disabledPlans());
        assertEquals(licence, licence.withoutMailbox().withMailbox());
        assertTrue(Licence.direct(SKU, Set.of("mail"), Set.of("mail", "archive")).givesMailbox());
        assertFalse(Licence.direct(SKU, Set.of(), Set.of()).givesMailbox());
    }

    @Test
    void aLaterLookTakesNothingAwayThatItDidNotSee() {
        Observation earlier = number(1).seen();
        Observation later = number(1).with(new Archive(false)).unseen(Facet.GROUPS)
                .notRead(Set.of(Facet.PASSWORD)).seen();
        Observation both = earlier.overlaidWith(later);
        assertEquals(Optional.of(new Archive(false)), both.value(Facet.ARCHIVE));
        assertEquals(earlier.value(Facet.GROUPS), both.value(Facet.GROUPS));
        assertEquals(earlier.value(Facet.PASSWORD), both.value(Facet.PASSWORD));
    }
}
