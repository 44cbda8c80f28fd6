package dev.shisa.plan;

import static dev.shisa.account.AnAccount.LICENCE;
import static dev.shisa.account.AnAccount.MAILBOX_PLAN;
import static dev.shisa.account.AnAccount.OTHER_SKU;
import static dev.shisa.account.AnAccount.SKU;
import static dev.shisa.account.AnAccount.id;
import static dev.shisa.account.AnAccount.number;
import static dev.shisa.account.AnAccount.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.shisa.account.AnAccount;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Addresses;
import dev.shisa.account.FacetValue.Enabled;
import dev.shisa.account.FacetValue.Licences;
import dev.shisa.account.Licence;
import dev.shisa.catalog.EffectFloor;
import dev.shisa.catalog.Floor;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The way back works from what is different, one request at a time. */
class RestorationTest {
    private static final AnAccount BEFORE = number(1);
    private static final Licence OTHER = Licence.direct(OTHER_SKU, Set.of(), Set.of());
    private static final Licence BY_GROUP = new Licence(OTHER_SKU, set(), set(), false, set("g"));
    private static final String ASSIGN = "POST /users/" + id(1) + "/assignLicense ";
    private static final String RESTORE = "POST /directory/deletedItems/" + id(1) + "/restore {}";

    private static AnAccount holding(Licence... licences) {
        return BEFORE.with(Licences.of(List.of(licences)));
    }

    static Stream<Arguments> differences() {
        String back = "{\"addLicenses\":[{\"skuId\":\"" + SKU + "\",\"disabledPlans\":[]}],\"removeLicenses\":[]}";
        AnAccount off = BEFORE.with(new Enabled(false));
        return Stream.of(arguments(BEFORE, BEFORE, ""),
                arguments(BEFORE, BEFORE.deleted(), RESTORE),
                arguments(BEFORE, BEFORE.absent(), ""),
                arguments(BEFORE.deleted(), BEFORE, "DELETE /users/" + id(1) + " -"),
                arguments(BEFORE.deleted(), BEFORE.deleted(), ""),
                arguments(BEFORE, holding(LICENCE.withoutMailbox()), ASSIGN + back),
                arguments(BEFORE, holding(), ASSIGN + back),
                arguments(BEFORE, holding(LICENCE, OTHER),
                        ASSIGN + "{\"addLicenses\":[],\"removeLicenses\":[\"" + OTHER_SKU + "\"]}"),
                arguments(holding(LICENCE.withoutMailbox()), BEFORE,
                        ASSIGN + "{\"addLicenses\":[{\"skuId\":\"" + SKU + "\",\"disabledPlans\":[\"" + MAILBOX_PLAN
                                + "\"]}],\"removeLicenses\":[]}"),
                arguments(BEFORE, holding(LICENCE, BY_GROUP), ""),
                arguments(BEFORE, off, "PATCH /users/" + id(1) + " {\"accountEnabled\":true}"),
                arguments(off, BEFORE, "PATCH /users/" + id(1) + " {\"accountEnabled\":false}"),
                arguments(BEFORE, holding().with(new Enabled(false)), ASSIGN + back),
                arguments(BEFORE, BEFORE.with(new Addresses("w@x", "w@x", set())), ""),
                arguments(BEFORE, BEFORE.unseen(Facet.IDENTITY), ""),
                arguments(BEFORE.unseen(Facet.IDENTITY), BEFORE.deleted(), ""),
                arguments(BEFORE, BEFORE.unseen(Facet.LICENCES, Facet.ENABLED), ""));
    }

    @ParameterizedTest
    @MethodSource("differences")
    void theNextRequestBringsBackTheFirstThingThatIsDifferent(AnAccount before, AnAccount now, String request) {
        assertEquals(request, new Restoration(before.seen()).next(now.seen())
                .map(call -> call.describe() + " " + call.body().orElse("-")).orElse(""));
    }

    @Test
    void addressesAreNeverTakenFromWhoHoldsThemNow() {
        differences().map(row -> new Restoration(((AnAccount) row.get()[0]).seen()).next(((AnAccount) row.get()[1])
                .seen())).flatMap(call -> call.stream()).forEach(call -> {
                    assertFalse(call.body().orElse("").contains("autoReconcileProxyConflict"));
                    assertFalse(EffectFloor.of(call) instanceof Floor.Unknown, call::describe);
                });
    }

    @Test
    void theContractIsTheWayBackAndNothingElse() {
        assertEquals(List.of(Facet.IDENTITY, Facet.ENABLED, Facet.MAILBOX, Facet.LICENCES, Facet.GROUPS),
                new Restoration(BEFORE.seen()).contract().effects().stream().map(e -> e.change().facet()).toList());
        assertEquals(List.of(Facet.IDENTITY),
                new Restoration(BEFORE.unseen(Facet.ENABLED, Facet.MAILBOX, Facet.LICENCES, Facet.GROUPS).seen())
                        .contract().effects()
                        .stream().map(e -> e.change().facet()).toList());
    }
}
