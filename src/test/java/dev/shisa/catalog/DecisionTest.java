package dev.shisa.catalog;

import static dev.shisa.catalog.EffectFloorTest.E3;
import static dev.shisa.catalog.EffectFloorTest.F1;
import static dev.shisa.catalog.EffectFloorTest.ID;
import static dev.shisa.catalog.EffectFloorTest.PLAN_2;
import static dev.shisa.catalog.EffectFloorTest.TEAMS;
import static dev.shisa.catalog.EffectFloorTest.holding;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shisa.account.Facet;
import dev.shisa.account.Licence;
import dev.shisa.account.Observation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the shipped commands put on the wire, to the letter, and whom they refuse. */
class DecisionTest {
    private static final Licence WHOLE = Licence.direct(E3, Set.of(TEAMS), Set.of(PLAN_2));
    private static final Licence OFF = WHOLE.withoutMailbox();
    private static final Licence INHERITED = new Licence(F1, new TreeSet<>(), new TreeSet<>(Set.of("kiosk")), false,
            new TreeSet<>(Set.of("group")));

    private static Decision decision(String name, Map<String, String> parameters, String... options) {
        Command command = ShippedCatalogTest.shipped().find(name).orElseThrow();
        return new Decision(command, new TreeSet<>(List.of(options)), new TreeMap<>(parameters));
    }

    private static String wire(Decision decision, Licence... held) {
        WireCall call = decision.calls(holding(held)).getFirst();
        assertEquals(1, decision.calls(holding(held)).size());
        return call.describe() + " " + call.body().orElse("-");
    }

    @Test
    void sendsExactlyThis() {
        Map<String, String> none = Map.of();
        assertEquals("POST /users/" + ID + "/assignLicense {\"addLicenses\":[{\"skuId\":\"" + E3
                + "\",\"disabledPlans\":[\"" + TEAMS + "\",\"" + PLAN_2 + "\"]}],\"removeLicenses\":[]}",
                wire(decision("mailbox remove", none, "keep-identity"), WHOLE, INHERITED));
        assertEquals("DELETE /users/" + ID + " -", wire(decision("mailbox remove", none, "discard-identity"), WHOLE));
        assertEquals("POST /users/" + ID + "/assignLicense {\"addLicenses\":[{\"skuId\":\"" + E3
                + "\",\"disabledPlans\":[\"" + TEAMS + "\"]}],\"removeLicenses\":[]}",
                wire(decision("mailbox restore", none), OFF));
        assertEquals("DELETE /users/" + ID + " -", wire(decision("user delete", none)));
        assertEquals("DELETE /directory/deletedItems/" + ID + " -", wire(decision("user purge", none)));
        assertEquals("PATCH /users/" + ID + " {\"accountEnabled\":false}", wire(decision("user disable", none)));
        assertEquals("PATCH /users/" + ID + " {\"accountEnabled\":true}", wire(decision("user enable", none)));
        assertEquals("POST /directory/deletedItems/" + ID + "/restore {}",
                wire(decision("user restore", none, "keep-addresses")));
        assertEquals("POST /directory/deletedItems/" + ID + "/restore {\"autoReconcileProxyConflict\":true}",
                wire(decision("user restore", none, "strip-conflicting-addresses")));
    }

    @Test
    void aSkuIsKeptInSmallLetters() {
        Map<String, String> shouted = Map.of("sku", E3.toUpperCase(Locale.ROOT));
        assertEquals("POST /users/" + ID + "/assignLicense {\"addLicenses\":[],\"removeLicenses\":[\"" + E3 + "\"]}",
                wire(decision("license remove", shouted, "keep-mailbox"), WHOLE));
        assertEquals("POST /users/" + ID + "/assignLicense {\"addLicenses\":[{\"skuId\":\"" + E3
                + "\",\"disabledPlans\":[]}],\"removeLicenses\":[]}", wire(decision("license assign", shouted), WHOLE));
        assertEquals(new Change.WithoutSku(E3), decision("license remove", shouted, "keep-mailbox").contract()
                .effect(Facet.LICENCES).orElseThrow().change());
    }

    @Test
    void nothingIsDecidedByDefault() {
        Map<String, String> sku = Map.of("sku", E3);
        assertThrows(IllegalArgumentException.class, () -> decision("mailbox remove", Map.of()));
        assertThrows(IllegalArgumentException.class,
                () -> decision("mailbox remove", Map.of(), "keep-identity", "discard-identity"));
        assertThrows(IllegalArgumentException.class, () -> decision("mailbox remove", Map.of(), "keep-mailbox"));
        assertThrows(IllegalArgumentException.class, () -> decision("license remove", Map.of(), "keep-mailbox"));
        assertThrows(IllegalArgumentException.class, () -> decision("user delete", sku));
    }

    @Test
    void everyRequestOfADecisionStaysWithinItsContract() {
        List<Decision> decisions = List.of(decision("mailbox remove", Map.of(), "keep-identity"),
                decision("mailbox restore", Map.of()),
                decision("license remove", Map.of("sku", E3), "lose-mailbox"));
        for (Decision decision : decisions) {
            Licence held = decision.command().name().equals("mailbox restore") ? OFF : WHOLE;
            Observation account = holding(held);
            Floor floor = EffectFloor.of(decision.calls(account).getFirst(), account);
            for (LeastHarm harm : assertInstanceOf(Floor.Known.class, floor).harms()) {
                assertEquals(true, decision.contract().effects().stream().map(Effect::change)
                        .anyMatch(harm::isAdmittedBy), decision.command().name() + " " + harm.describe());
            }
        }
    }

    private static int refusals(Decision decision, Licence... held) {
        return decision.refusals(holding(held)).size();
    }

    @Test
    void refusesWhomThePreconditionsName() {
        Decision keep = decision("license remove", Map.of("sku", E3.toUpperCase(Locale.ROOT)), "keep-mailbox");
        Decision lose = decision("license remove", Map.of("sku", E3), "lose-mailbox");
        assertEquals(1, refusals(keep, WHOLE));
        assertEquals(0, refusals(keep, WHOLE, INHERITED));
        assertEquals(0, refusals(keep, OFF));
        assertEquals(0, refusals(lose, WHOLE));
        assertEquals(1, refusals(lose, WHOLE, INHERITED));
        assertEquals(1, refusals(lose, OFF));
        assertEquals(1, refusals(lose));
        Licence both = new Licence(E3, new TreeSet<>(), WHOLE.mailboxPlans(), true, new TreeSet<>(Set.of("group")));
        assertEquals(1, refusals(keep, both), "nobody can say what the group alone would leave");
        assertEquals(1, refusals(lose, both));
        Decision byName = decision("license remove", Map.of("sku", "ENTERPRISEPACK"), "keep-mailbox");
        assertEquals(1, refusals(byName, OFF));

        Decision remove = decision("mailbox remove", Map.of(), "keep-identity");
        assertEquals(0, refusals(remove, WHOLE));
        assertEquals(1, refusals(remove, WHOLE, INHERITED));
        assertEquals(1, refusals(remove, OFF));
        assertEquals(0, refusals(decision("mailbox remove", Map.of(), "discard-identity"), WHOLE, INHERITED));
        Decision restore = decision("mailbox restore", Map.of());
        assertEquals(0, refusals(restore, OFF));
        assertEquals(1, refusals(restore, WHOLE));
        assertEquals(1, refusals(restore));
    }

    @Test
    void refusesWhoseLicencesWereNotRead() {
        Observation unread = new Observation(holding().id(), java.util.Optional.empty(), Map.of());
        for (Precondition precondition : Precondition.values()) {
            assertEquals(true, precondition.refusal(unread, Map.of("sku", E3)).isPresent(), precondition.label());
        }
    }
}
