package dev.shisa.account;

import static dev.shisa.account.AnAccount.LICENCE;
import static dev.shisa.account.AnAccount.NOON;
import static dev.shisa.account.AnAccount.OTHER_SKU;
import static dev.shisa.account.AnAccount.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.shisa.account.FacetValue.Addresses;
import dev.shisa.account.FacetValue.Archive;
import dev.shisa.account.FacetValue.Enabled;
import dev.shisa.account.FacetValue.Groups;
import dev.shisa.account.FacetValue.Holds;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Licences;
import dev.shisa.account.FacetValue.Mailbox;
import dev.shisa.account.FacetValue.Mailbox.State;
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

/** Each facet's harmful direction, there and back. */
class HarmTest {
    private static final Licence OTHER = Licence.direct(OTHER_SKU, Set.of(), Set.of());

    private static Licences licences(Licence... licences) {
        return Licences.of(List.of(licences));
    }

    private static Addresses addresses(String upn, String mail, String... proxies) {
        return new Addresses(upn, mail, set(proxies));
    }

    /** From, to, the harm of going there, the harm of coming back. */
    static Stream<Arguments> changes() {
        return Stream.of(
                arguments(Identity.ACTIVE, Identity.SOFT_DELETED, Harm.CRITICAL, Harm.NONE),
                arguments(Identity.SOFT_DELETED, Identity.ABSENT, Harm.CRITICAL, Harm.NONE),
                arguments(new Enabled(true), new Enabled(false), Harm.CRITICAL, Harm.CRITICAL),
                arguments(Mailbox.present("a"), Mailbox.of(State.GONE), Harm.CRITICAL, Harm.NONE),
                arguments(Mailbox.present("a"), Mailbox.of(State.TOMBSTONE), Harm.CRITICAL, Harm.NONE),
                arguments(Mailbox.present("a"), Mailbox.of(State.INACTIVE), Harm.CRITICAL, Harm.NONE),
                arguments(Mailbox.of(State.TOMBSTONE), Mailbox.of(State.SOFT_DELETED), Harm.CRITICAL, Harm.NONE),
                arguments(Mailbox.of(State.SOFT_DELETED), Mailbox.of(State.ABSENT), Harm.CRITICAL, Harm.NONE),
                arguments(Mailbox.present("a"), Mailbox.present("b"), Harm.CRITICAL, Harm.CRITICAL),
                arguments(new Mailbox(State.TOMBSTONE, Optional.of("a")), Mailbox.present("b"), Harm.CRITICAL,
                        Harm.CRITICAL),
                arguments(Mailbox.present("a"), Mailbox.of(State.PRESENT), Harm.NONE, Harm.NONE),
                arguments(new Archive(true), new Archive(false), Harm.CRITICAL, Harm.NONE),
                arguments(new Visibility(true), new Visibility(false), Harm.CRITICAL, Harm.SOFT),
                arguments(new Holds(set("litigation", "h")), new Holds(set("h")), Harm.CRITICAL, Harm.NONE),
                arguments(new Holds(set("a")), new Holds(set("b")), Harm.CRITICAL, Harm.CRITICAL),
                arguments(licences(LICENCE), licences(), Harm.CRITICAL, Harm.NONE),
                arguments(licences(LICENCE), licences(LICENCE.withoutMailbox()), Harm.CRITICAL, Harm.NONE),
                arguments(licences(LICENCE, OTHER), licences(LICENCE), Harm.SOFT, Harm.NONE),
                arguments(licences(OTHER), licences(LICENCE), Harm.SOFT, Harm.CRITICAL),
                arguments(addresses("u@x", "u@x", "smtp:u@x", "smtp:v@x"), addresses("u@x", "u@x", "smtp:u@x"),
                        Harm.CRITICAL, Harm.NONE),
                arguments(addresses("u@x", "u@x"), addresses("w@x", "u@x"), Harm.CRITICAL, Harm.CRITICAL),
                arguments(addresses("u@x", "u@x"), addresses("u@x", ""), Harm.CRITICAL, Harm.NONE),
                arguments(addresses("U@X", "u@x", "SMTP:u@x"), addresses("u@x", "U@x", "smtp:U@x"), Harm.NONE,
                        Harm.NONE),
                arguments(new Roles(set("assigned:a")), new Roles(set()), Harm.SOFT, Harm.CRITICAL),
                arguments(new Roles(set("assigned:a")), new Roles(set("assigned:b")), Harm.CRITICAL, Harm.CRITICAL),
                arguments(new Groups(set("g"), set()), new Groups(set(), set()), Harm.SOFT, Harm.NONE),
                arguments(new Groups(set(), set("o")), new Groups(set("g"), set()), Harm.SOFT, Harm.SOFT),
                arguments(new Password(Optional.empty()), new Password(Optional.of(NOON)), Harm.SOFT, Harm.SOFT),
                arguments(new Profile("p"), new Profile("q"), Harm.SOFT, Harm.SOFT));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void isThisThereAndThatBack(FacetValue from, FacetValue to, Harm there, Harm back) {
        assertEquals(there, Harm.of(from, to), from.describe() + " -> " + to.describe());
        assertEquals(back, Harm.of(to, from), to.describe() + " -> " + from.describe());
        assertEquals(Harm.NONE, Harm.of(from, from));
    }

    @Test
    void everyFacetHasAHarmfulDirection() {
        assertEquals(EnumSet.allOf(Facet.class), changes().filter(row -> row.get()[2] == Harm.CRITICAL
                || row.get()[2] == Harm.SOFT).map(row -> ((FacetValue) row.get()[0]).facet())
                .collect(Collectors.toSet()));
    }

    @Test
    void twoFacetsAreNotCompared() {
        assertThrows(IllegalArgumentException.class, () -> Harm.of(new Enabled(true), Identity.ACTIVE));
    }
}
