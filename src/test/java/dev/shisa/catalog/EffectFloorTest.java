package dev.shisa.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Groups;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Licences;
import dev.shisa.account.Licence;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of the least harm, row by row, for concrete requests and for steps. */
class EffectFloorTest {
    static final String ID = "11111111-2222-4333-8444-555555555555";
    static final String E3 = "05e9a617-0261-4cee-bb44-138d3ef5d965";
    static final String F1 = "66b55226-6b4f-492c-910c-a3b7a3c9d993";
    static final String PLAN_2 = "efb87545-963c-4e0d-99df-69c6916d9eb0";
    static final String TEAMS = "57ff2da0-773e-42df-b2af-ffb7a2317929";

    static Observation holding(Licence... licences) {
        return new Observation(new AccountId(ID), Optional.empty(), Map.of(Facet.LICENCES,
                new Reading.Seen(Licences.of(List.of(licences)), "test", Instant.EPOCH)));
    }

    private static WireCall call(String method, String path, String body) {
        return new WireCall(method, path.replace("ID", ID), body.isEmpty() ? Optional.empty() : Optional.of(body));
    }

    private static String harms(Floor floor) {
        return assertInstanceOf(Floor.Known.class, floor).harms().stream().map(LeastHarm::describe)
                .collect(Collectors.joining("; "));
    }

    @Test
    void onlyAWayBackAdmitsATie() {
        LeastHarm tie = assertInstanceOf(Floor.Known.class, EffectFloor.of(call("POST", "/groups/ID/members/$ref",
                "{\"@odata.id\":\"/directoryObjects/" + ID + "\"}"))).harms().getFirst();
        assertEquals(Set.of(true),
                Set.of(tie.isAdmittedBy(new Change.ToTies(new Groups(new TreeSet<>(), new TreeSet<>())))));
        for (Change other : List.of(new Change.ToIdentity(Identity.SOFT_DELETED), new Change.ToEnabled(true),
                new Change.ToLicences(Licences.of(List.of())))) {
            assertEquals(false, tie.isAdmittedBy(other));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PUT | /users/ID/manager/$ref | {}
            PUT | /users/ID/manager/$ref | {"@odata.id":"https://graph.microsoft.com/v1.0/users/11111111-2222-4333-8444-555555555556"}
            PUT | /users/ID/manager/$ref | {"@odata.id":"/directoryObjects/x"}
            POST | /groups/ID/members/$ref | {"@odata.id":"/directoryObjects/11111111-2222-4333-8444-555555555556","more":1}
            DELETE | /groups/ID/members/$ref | {"@odata.id":"/directoryObjects/11111111-2222-4333-8444-555555555556"}
            POST | /users/ID/appRoleAssignments | {"principalId":"11111111-2222-4333-8444-555555555556","resourceId":"11111111-2222-4333-8444-555555555556","appRoleId":"00000000-0000-0000-0000-000000000000"}
            POST | /users/ID/appRoleAssignments | {"principalId":"11111111-2222-4333-8444-555555555555","resourceId":"11111111-2222-4333-8444-555555555556"}
            """)
    void aTieOfAnotherFormIsUnknown(String method, String path, String body) {
        assertInstanceOf(Floor.Unknown.class, EffectFloor.of(call(method, path, body)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DELETE | /users/ID | '' | identity: soft-deleted
            DELETE | /users/bob@sgu.example | {} | identity: soft-deleted
            DELETE | /directory/deletedItems/ID | '' | identity: absent
            PATCH | /users/ID | {"accountEnabled":false} | enabled: disabled
            PATCH | /users/ID | {"accountEnabled":true} | enabled: enabled
            POST | /users/ID/revokeSignInSessions | '' | ''
            POST | /users/ID/revokeSignInSessions | {} | ''
            POST | /directory/deletedItems/ID/restore | '' | identity: active
            POST | /directory/deletedItems/ID/restore | {"autoReconcileProxyConflict":false} | identity: active
            POST | /directory/deletedItems/ID/restore | {"autoReconcileProxyConflict":true} | identity: active; addresses: without those that somebody else holds by now
            PUT | /users/ID/manager/$ref | {"@odata.id":"/directoryObjects/11111111-2222-4333-8444-555555555556"} | groups: tied to something
            POST | /groups/ID/members/$ref | {"@odata.id":"/directoryObjects/11111111-2222-4333-8444-555555555556"} | groups: tied to something
            POST | /groups/ID/owners/$ref | {"@odata.id":"/directoryObjects/11111111-2222-4333-8444-555555555556"} | groups: tied to something
            POST | /users/ID/appRoleAssignments | {"principalId":"11111111-2222-4333-8444-555555555555","resourceId":"11111111-2222-4333-8444-555555555556","appRoleId":"00000000-0000-0000-0000-000000000000"} | groups: tied to something
            POST | /users/ID/assignLicense | {"addLicenses":[],"removeLicenses":[]} | ''
            POST | /users/ID/assignLicense | {"addLicenses":"$licences.with-mailbox","removeLicenses":[]} | ''
            POST | /users/ID/assignLicense | {"addLicenses":"$licences.without-mailbox","removeLicenses":[]} | licences: without their mailbox plans; mailbox: tombstone
            POST | /users/ID/assignLicense | {"addLicenses":[{"skuId":"a","disabledPlans":[]}],"removeLicenses":[]} | ''
            POST | /users/ID/assignLicense | {"addLicenses":[{"skuId":"a","disabledPlans":["p"]}],"removeLicenses":[]} | licences: something is lost; mailbox: tombstone
            POST | /users/ID/assignLicense | {"addLicenses":[],"removeLicenses":["A"]} | licences: without a; mailbox: tombstone
            POST | /users/ID/assignLicense | {"addLicenses":"$licences.with-mailbox","removeLicenses":["a"]} | licences: without a; mailbox: tombstone
            """)
    void doesAtLeast(String method, String path, String body, String harms) {
        assertEquals(harms, harms(EffectFloor.of(call(method, path, body))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DELETE | /users | ''
            DELETE | /users/ | ''
            DELETE | users/ID | ''
            DELETE | //users/ID | ''
            DELETE | /Users/ID | ''
            DELETE | /users/ID/ | ''
            DELETE | /users/ID?x=1 | ''
            DELETE | /users/.. | ''
            DELETE | /users('ID') | ''
            DELETE | /users/$count | ''
            DELETE | /groups/ID | ''
            DELETE | /users/ID/manager/$ref | ''
            DELETE | /users/ID | {"a":1}
            DELETE | /users/ID | []
            DELETE | /users/ID | not json
            DELETE | /directory/deletedItems | ''
            delete | /users/ID | ''
            PUT | /users/ID | ''
            PATCH | /users/ID | ''
            PATCH | /users/ID | {"accountEnabled":null}
            PATCH | /users/ID | {"accountEnabled":"false"}
            PATCH | /users/ID | {"accountEnabled":false,"usageLocation":"JP"}
            PATCH | /users/ID | {"accountEnabled":true,"accountEnabled":false}
            PATCH | /users/ID | {"accountEnabled":true} {"x":1}
            PATCH | /users/ID | {"passwordProfile":{}}
            POST | /users/ID/revokeSignInSessions | {"x":1}
            POST | /directory/deletedItems/ID/restore | {"newUserPrincipalName":"a@b"}
            POST | /directory/deletedItems/ID/restore | {"autoReconcileProxyConflict":"true"}
            POST | /users/ID/assignLicense | ''
            POST | /users/ID/assignLicense | {"addLicenses":[]}
            POST | /users/ID/assignLicense | {"addLicenses":[],"removeLicenses":[1]}
            POST | /users/ID/assignLicense | {"addLicenses":[],"removeLicenses":"$sku"}
            POST | /users/ID/assignLicense | {"addLicenses":[],"removeLicenses":[],"x":1}
            POST | /users/ID/assignLicense | {"addLicenses":[{"skuId":"a"}],"removeLicenses":[]}
            POST | /users/ID/assignLicense | {"addLicenses":["a"],"removeLicenses":[]}
            POST | /users/ID/assignLicense | {"addLicenses":"$sku","removeLicenses":[]}
            POST | /users/ID/assignLicense | {"addLicenses":"all","removeLicenses":[]}
            POST | /users/ID/changePassword | {}
            """)
    void isUnknown(String method, String path, String body) {
        assertInstanceOf(Floor.Unknown.class, EffectFloor.of(call(method, path, body)));
    }

    private static String assign(String add, String remove) {
        return "{\"addLicenses\":[" + add + "],\"removeLicenses\":[" + remove + "]}";
    }

    private static String add(String sku, String disabled) {
        return "{\"skuId\":\"" + sku + "\",\"disabledPlans\":[" + disabled + "]}";
    }

    private static String onAccount(String body, Licence... held) {
        return harms(EffectFloor.of(call("POST", "/users/ID/assignLicense", body), holding(held)));
    }

    @Test
    void tellsFromTheLicencesHeldWhatARequestTakes() {
        Licence whole = Licence.direct(E3, Set.of(), Set.of(PLAN_2));
        Licence without = Licence.direct(E3, Set.of(PLAN_2, TEAMS), Set.of(PLAN_2));
        Licence other = Licence.direct(F1, Set.of(), Set.of("9aaf7827-d63c-4b61-89c3-182f06f82e5c"));
        String teamsOff = assign(add(E3, '"' + TEAMS + '"'), "");
        assertEquals("", onAccount(teamsOff, without), "gives the mailbox back and takes nothing");
        assertEquals("licences: something is lost", onAccount(teamsOff, whole), "Teams goes, the mailbox stays");
        String mailboxOff = assign(add(E3.toUpperCase(java.util.Locale.ROOT), '"' + PLAN_2 + '"'), "");
        assertEquals("licences: something is lost; mailbox: tombstone", onAccount(mailboxOff, whole));
        assertEquals("licences: something is lost", onAccount(mailboxOff, whole, other));
        String removal = assign("", '"' + E3 + '"');
        assertEquals("licences: without " + E3 + "; mailbox: tombstone", onAccount(removal, whole));
        assertEquals("licences: without " + E3, onAccount(removal, whole, other));
        assertEquals("licences: without " + E3, onAccount(removal, without));
        assertEquals("licences: without " + E3 + "; mailbox: tombstone",
                onAccount(assign(add(E3, ""), '"' + E3 + '"'), whole), "removed wins over added");
    }

    @Test
    void anAccountWhoseLicencesWereNotReadGetsTheWorst() {
        Observation unread = new Observation(new AccountId(ID), Optional.empty(), Map.of());
        WireCall removal = call("POST", "/users/ID/assignLicense", assign("", '"' + E3 + '"'));
        assertEquals(EffectFloor.of(removal), EffectFloor.of(removal, unread));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/users/bob", "/users/{id}{id}", "/users/{ID}", "/users/" + ID})
    void aStepNamesItsAccountInOneWayOnly(String path) {
        Step step = new Step("s", Optional.empty(), "DELETE", path, Optional.empty());
        assertInstanceOf(Floor.Unknown.class, EffectFloor.of(step, Set.of()));
    }

    @Test
    void aPreconditionLiftsTheMailboxOnlyFromTheRemovalItSpeaksOf() {
        Set<Precondition> excluded = Set.of(Precondition.MAILBOX_NOT_FROM_SKU);
        assertEquals("licences: without $sku", harms(EffectFloor.of(step(assign("", "\"$sku\"")), excluded)));
        assertEquals("licences: without $sku; mailbox: tombstone",
                harms(EffectFloor.of(step(assign("", "\"$sku\"")), Set.of())));
        assertEquals("licences: without " + E3 + "; mailbox: tombstone",
                harms(EffectFloor.of(step(assign("", '"' + E3 + '"')), excluded)));
        assertEquals("licences: something is lost; licences: without $sku; mailbox: tombstone",
                harms(EffectFloor.of(step(assign(add(E3, "\"p\""), "\"$sku\"")), excluded)));
    }

    private static Step step(String body) {
        return new Step("s", Optional.empty(), "POST", "/users/{id}/assignLicense", Optional.of(body));
    }
}
