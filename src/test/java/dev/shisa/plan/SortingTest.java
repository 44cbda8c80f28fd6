package dev.shisa.plan;

import static dev.shisa.account.AnAccount.LICENCE;
import static dev.shisa.account.AnAccount.NOON;
import static dev.shisa.account.AnAccount.id;
import static dev.shisa.account.AnAccount.number;
import static dev.shisa.account.AnAccount.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.shisa.account.AnAccount;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Addresses;
import dev.shisa.account.FacetValue.Enabled;
import dev.shisa.account.FacetValue.Holds;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Licences;
import dev.shisa.account.FacetValue.Mailbox;
import dev.shisa.account.FacetValue.Password;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.Licence;
import dev.shisa.account.Traits;
import dev.shisa.catalog.Decision;
import dev.shisa.diag.ExitStatus;
import dev.shisa.execute.Bench;
import dev.shisa.site.Site;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is a target, who is left out and why, and what stops a plan. */
class SortingTest {
    private static final Site SITE = Site.sandbox();
    private static final Decision KEEP = Bench.keepIdentity();

    private static Sorting sorted(boolean named, AnAccount... accounts) {
        return Sorting.of(Stream.of(accounts).map(AnAccount::seen).toList(), KEEP, SITE, named);
    }

    static Stream<Arguments> protectedAccounts() {
        return Stream.of(arguments(Protection.REHEARSAL, number(1).named("Rehearsal-1@sgu.example")),
                arguments(Protection.SENTINEL, number(1).named("sentinel-1@sgu.example")),
                arguments(Protection.BREAK_GLASS, number(1).named("breakglass-1@sgu.example")),
                arguments(Protection.ROLE_HOLDER, number(1).with(new Roles(set("eligible:x")))),
                arguments(Protection.SYNCED, number(1).synced()),
                arguments(Protection.RESTRICTED, number(1).restricted()),
                arguments(Protection.GUEST, number(1).kind(Traits.Kind.GUEST)),
                arguments(Protection.SHARED, number(1).kind(Traits.Kind.SHARED)),
                arguments(Protection.ROOM, number(1).kind(Traits.Kind.ROOM)),
                arguments(Protection.EQUIPMENT, number(1).kind(Traits.Kind.EQUIPMENT)),
                arguments(Protection.OTHER_MAILBOX, number(1).kind(Traits.Kind.OTHER)),
                arguments(Protection.HELD, number(1).with(new Holds(set("litigation")))),
                arguments(Protection.AUTO_EXPANDING_ARCHIVE,
                        number(1).with(Traits.Condition.AUTO_EXPANDING_ARCHIVE)),
                arguments(Protection.PENDING_MIGRATION, number(1).with(Traits.Condition.PENDING_MIGRATION)),
                arguments(Protection.UNREADABLE, number(1).with(Traits.Condition.UNTOLD)),
                arguments(Protection.UNREADABLE, number(1).unseen(Facet.ROLES)));
    }

    @ParameterizedTest
    @MethodSource("protectedAccounts")
    void aProtectedAccountRefusesWhenNamedAndIsCountedWhenNot(Protection protection, AnAccount account) {
        assertEquals(Optional.of(protection), Protection.of(account.seen(), SITE));
        Sorting named = sorted(true, account, number(2));
        assertEquals(List.of(ExitStatus.REFUSED), named.refusals().stream().map(r -> r.status()).toList());
        assertEquals(Map.of(), named.leftOut());
        Sorting broad = sorted(false, account, number(2));
        assertEquals(List.of(), broad.refusals());
        assertEquals(Map.of(protection.reason().english(), 1), broad.leftOut());
        assertEquals(List.of(id(2)), broad.targets().stream().map(Target::id).toList());
    }

    @Test
    void everyProtectionStandsInTheTable() {
        assertEquals(EnumSet.allOf(Protection.class),
                protectedAccounts().map(row -> row.get()[0]).collect(Collectors.toSet()));
        assertEquals(Optional.of(Protection.UNREADABLE), Protection.of(number(1).absent().seen(), SITE));
        assertEquals(Optional.of(Protection.UNREADABLE), Protection.of(number(1).unseen(Facet.IDENTITY).seen(), SITE));
        assertEquals(Optional.empty(), Protection.of(number(1).seen(), SITE));
    }

    @Test
    void aMailboxOfWhichNobodyCanSayWhetherItIsHeldIsNotTouched() {
        assertEquals(Optional.of(Protection.UNREADABLE), Protection.of(number(1).unseen(Facet.HOLDS).seen(), SITE));
        assertEquals(Optional.of(Protection.UNREADABLE),
                Protection.of(number(1).unseen(Facet.HOLDS).unseen(Facet.MAILBOX).seen(), SITE));
        assertEquals(Optional.empty(), Protection.of(
                number(1).with(Mailbox.of(Mailbox.State.GONE)).unseen(Facet.HOLDS).seen(), SITE));
    }

    @Test
    void whatExchangeTellsMeanwhileIsDrift() {
        String planned = Fingerprint.of(number(1).seen());
        for (AnAccount later : List.of(number(1).with(new Holds(set("litigation"))),
                number(1).with(Traits.Condition.PENDING_MIGRATION), number(1).unseen(Facet.HOLDS))) {
            assertNotEquals(planned, Fingerprint.of(later.seen()));
        }
        assertEquals(planned, Fingerprint.of(number(1).seen()));
    }

    @Test
    void anAccountOfTheWrongSortMatchesNothing() {
        for (AnAccount wrong : List.of(number(1).deleted(), number(1).absent(),
                number(1).with(Mailbox.of(Mailbox.State.GONE)), number(1).unseen(Facet.MAILBOX))) {
            assertEquals(List.of(ExitStatus.NOTHING_MATCHED),
                    sorted(true, wrong).refusals().stream().map(r -> r.status()).toList());
            assertEquals(Map.of(), sorted(false, wrong).leftOut());
            assertEquals(List.of(), sorted(false, wrong).targets());
        }
    }

    @Test
    void aPreconditionThatDoesNotHoldRefusesOrLeavesOut() {
        Licence byGroup = new Licence(LICENCE.sku(), set(), LICENCE.mailboxPlans(), false, set("g"));
        AnAccount account = number(1).with(Licences.of(List.of(byGroup)));
        assertEquals(ExitStatus.REFUSED, sorted(true, account).refusals().getFirst().status());
        assertEquals(1, sorted(false, account).leftOut().values().stream().mapToInt(Integer::intValue).sum());
    }

    @Test
    void whatIsDoneAlreadyIsNoTarget() {
        Decision disable = Bench.decision("user disable");
        Sorting broad = Sorting.of(
                List.of(number(1).with(new Enabled(false)).seen(), number(2).seen()), disable, SITE, false);
        assertEquals(Map.of(Sorting.ALREADY, 1), broad.leftOut());
        assertEquals(List.of(id(2)), broad.targets().stream().map(Target::id).toList());
        assertEquals(ExitStatus.REFUSED,
                Sorting.of(List.of(number(1).with(new Enabled(false)).seen()), disable, SITE, true).refusals()
                        .getFirst().status());
    }

    @Test
    void leastHarmComesFirst() {
        assertEquals(List.of(id(2), id(4), id(1), id(3)),
                sorted(false, number(3), number(4).with(new Enabled(false)), number(1),
                        number(2).with(new Enabled(false))).targets().stream().map(Target::id).toList());
    }

    @Test
    void aFingerprintChangesWithWhatDecidesAndWithNothingElse() {
        String planned = Fingerprint.of(number(1).seen());
        Traits traits = number(1).seen().traits().orElseThrow();
        for (AnAccount changed : List.of(number(1).with(Identity.SOFT_DELETED), number(1).with(new Enabled(false)),
                number(1).with(Mailbox.present("other")), number(1).with(Mailbox.of(Mailbox.State.GONE)),
                number(1).with(Licences.of(List.of())), number(1).with(new Addresses("x@y", "x@y", set())),
                number(1).unseen(Facet.MAILBOX), number(1).kind(Traits.Kind.SHARED), number(1).synced(),
                number(1).restricted(), number(2), number(1).absent())) {
            assertNotEquals(planned, Fingerprint.of(changed.seen()), () -> changed.seen().toString());
        }
        for (AnAccount same : List.of(number(1).at(NOON.plusSeconds(60)),
                number(1).with(new Password(Optional.of(NOON))), number(1).unseen(Facet.GROUPS),
                number(1).with(new Traits(traits.userPrincipalName(), "Another Name", traits.kind(), false, false,
                        Optional.empty())))) {
            assertEquals(planned, Fingerprint.of(same.seen()), () -> same.seen().toString());
        }
    }
}
