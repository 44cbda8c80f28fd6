package dev.shisa.account;

import static dev.shisa.account.AnAccount.LICENCE;
import static dev.shisa.account.AnAccount.MAILBOX_PLAN;
import static dev.shisa.account.AnAccount.NOON;
import static dev.shisa.account.AnAccount.OTHER_SKU;
import static dev.shisa.account.AnAccount.SKU;
import static dev.shisa.account.AnAccount.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.shisa.account.FacetValue.Addresses;
import dev.shisa.account.FacetValue.Archive;
import dev.shisa.account.FacetValue.Enabled;
import dev.shisa.account.FacetValue.Groups;
import dev.shisa.account.FacetValue.Holds;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Licences;
import dev.shisa.account.FacetValue.Mailbox;
import dev.shisa.account.FacetValue.Password;
import dev.shisa.account.FacetValue.Profile;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.FacetValue.Visibility;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people read of a value, and whether there is something to lose. */
class FacetValueTest {

    /** A value, its text, whether it is empty. */
    static Stream<Arguments> values() {
        return Stream.of(arguments(Identity.ACTIVE, "active", false),
                arguments(Identity.SOFT_DELETED, "soft-deleted", false), arguments(Identity.ABSENT, "absent", true),
                arguments(new Enabled(true), "enabled", false), arguments(new Enabled(false), "disabled", true),
                arguments(Mailbox.present("box-1"), "present (box-1)", false),
                arguments(Mailbox.of(Mailbox.State.SOFT_DELETED), "soft-deleted", true),
                arguments(new Mailbox(Mailbox.State.INACTIVE, Optional.of("box-1")), "inactive (box-1)", true),
                arguments(new Archive(true), "present", false), arguments(new Archive(false), "none", true),
                arguments(new Visibility(true), "hidden", false), arguments(new Visibility(false), "visible", false),
                arguments(new Holds(set("litigation", "in-place")), "[in-place, litigation]", false),
                arguments(new Holds(set()), "[]", true),
                arguments(Licences.of(List.of(LICENCE, Licence.direct(OTHER_SKU, Set.of("p"), Set.of()))),
                        "[" + SKU + ", " + OTHER_SKU + " without [p]]", false),
                arguments(Licences.of(List.of()), "[]", true),
                arguments(new Addresses("U@x", "M@x", set("SMTP:m@x")), "[mail:m@x, smtp:m@x, upn:u@x]", false),
                arguments(new Addresses("u@x", "", set()), "[upn:u@x]", true),
                arguments(new Addresses("u@x", "m@x", set()), "[mail:m@x, upn:u@x]", false),
                arguments(new Addresses("u@x", "", set("smtp:m@x")), "[smtp:m@x, upn:u@x]", false),
                arguments(new Roles(set("assigned:a")), "[assigned:a]", false), arguments(new Roles(set()), "[]", true),
                arguments(new Groups(set("g"), set()), "member of [g], owner of []", false),
                arguments(new Groups(set(), set("o")), "member of [], owner of [o]", false),
                arguments(new Groups(set(), set()), "member of [], owner of []", true),
                arguments(new Password(Optional.of(NOON)), "changed 2026-11-22T12:00:00Z", false),
                arguments(new Password(Optional.empty()), "none", true),
                arguments(new Profile("0123456789abcdef"), "0123456789ab", false),
                arguments(new Profile("0123"), "0123", false));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValueSaysWhatItIsAndWhetherThereIsSomethingToLose(FacetValue value, String text, boolean empty) {
        assertEquals(text, value.describe());
        assertEquals(empty, value.isEmpty());
    }

    @Test
    void everyFacetHasAValueHere() {
        assertEquals(EnumSet.allOf(Facet.class),
                values().map(row -> ((FacetValue) row.get()[0]).facet()).collect(Collectors.toSet()));
    }

    @Test
    void licencesOfOneSkuThatDifferInAnythingAreNotOne() {
        List<Licence> licences = List.of(Licence.direct(SKU, Set.of(), Set.of()),
                Licence.direct(SKU, Set.of(MAILBOX_PLAN), Set.of()),
                Licence.direct(SKU, Set.of(), Set.of(MAILBOX_PLAN)), new Licence(SKU, set(), set(), false, set()),
                new Licence(SKU, set(), set(), true, set("group-1")), Licence.direct(OTHER_SKU, Set.of(), Set.of()));
        assertEquals(Set.copyOf(licences), Licences.of(licences).licences());
    }
}
