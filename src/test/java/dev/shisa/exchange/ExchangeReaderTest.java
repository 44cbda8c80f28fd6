package dev.shisa.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.AccountId;
import dev.shisa.account.FacetValue.Archive;
import dev.shisa.account.FacetValue.Mailbox;
import dev.shisa.account.FacetValue.Visibility;
import dev.shisa.account.Traits.Condition;
import dev.shisa.exchange.StubExchange.Asked;
import dev.shisa.exchange.StubExchange.Said;
import dev.shisa.tenant.MailboxLook;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantFailure.Reason;
import dev.shisa.tenant.TenantTrait;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the reader makes of answers, word for word as the service gives them, and of answers it never should give. */
class ExchangeReaderTest {
    private static final String NOT_FOUND = """
            {"error":{"code":"NotFound","message":"Error executing cmdlet","details":[{"code":"Client","target":"",
            "message":"Ex6F9304|Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException|The operation couldn't be performed because object 'x' couldn't be found on 'SERVER'."}]},
            "@adminapi.warnings":[]}""";
    private static final String ROW = """
            {"ExternalDirectoryObjectId":"00000000-0000-4000-8000-000000000001","ExchangeGuid@odata.type":"#Guid",
            "ExchangeGuid":"AAAAAAAA-0000-4000-8000-000000000001","EmailAddresses":["SMTP:One@sgu.example","smtp:uno@sgu.example"],
            "LitigationHoldEnabled":false,"InPlaceHolds":[],"RetentionHoldEnabled":false,"ComplianceTagHoldApplied":false,
            "DelayHoldApplied":false,"DelayReleaseHoldApplied":false,"IsInactiveMailbox":false,"IsSoftDeletedByRemove":false,
            "IsSoftDeletedByDisable":false,"WhenSoftDeleted":null,"ArchiveStatus":"None",
            "ArchiveGuid":"00000000-0000-0000-0000-000000000000","AutoExpandingArchiveEnabled":false,
            "HiddenFromAddressListsEnabled":false}""";

    private final StubExchange stub = new StubExchange();

    @AfterEach
    void stop() {
        stub.close();
    }

    private static AccountId id(int number) {
        return new AccountId(String.format(Locale.ROOT, "00000000-0000-4000-8000-%012d", number));
    }

    private static List<AccountId> ids(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(ExchangeReaderTest::id).toList();
    }

    private static String row(int number) {
        return ROW.replace("000000000001\"", String.format(Locale.ROOT, "%012d\"", number));
    }

    private static String page(Collection<String> rows, String more) {
        return "{\"@odata.context\":\"x\",\"@adminapi.warnings\":[]," + more + "\"value\":[" + String.join(",", rows)
                + "]}";
    }

    private MailboxLook look(UnaryOperator<String> change) throws TenantFailure {
        stub.mailboxes(_ -> Said.ok(page(List.of(change.apply(ROW)), "")));
        return Optional.ofNullable(stub.reader().inUse(List.of(id(1))).get(id(1))).orElseThrow();
    }

    private TenantFailure fails() {
        return assertThrows(TenantFailure.class, () -> stub.reader().inUse(List.of(id(1))));
    }

    @Test
    void aPlainMailboxHasNothingAboutIt() throws TenantFailure {
        MailboxLook look = look(row -> row);
        assertEquals(Mailbox.present("aaaaaaaa-0000-4000-8000-000000000001"), look.mailbox());
        assertEquals(new Archive(false), look.archive());
        assertEquals(new Visibility(false), look.visibility());
        assertTrue(look.holds().isEmpty());
        assertEquals(Set.of(), look.conditions());
        Asked asked = stub.asked("Get-Mailbox").getFirst();
        assertEquals("/adminapi/beta/tenant/InvokeCommand", asked.path());
        assertEquals("{\"CmdletInput\":{\"CmdletName\":\"Get-Mailbox\",\"Parameters\":{\"Identity\":\"" + id(1)
                + "\"}}}", asked.body());
        assertEquals("odata.maxpagesize=1000", asked.prefer());
    }

    @ParameterizedTest
    @CsvSource({"LitigationHoldEnabled, litigation", "RetentionHoldEnabled, retention",
            "ComplianceTagHoldApplied, compliance-tag", "DelayHoldApplied, delay",
            "DelayReleaseHoldApplied, delay-release"})
    void everyFlagOfAHoldIsAHold(String property, String hold) throws TenantFailure {
        assertEquals(Set.of(hold), look(row -> row.replace("\"" + property + "\":false", "\"" + property + "\":true"))
                .holds().holds());
    }

    @Test
    void policiesHoldUnlessTheyOnlyDeleteOrLeaveTheMailboxOut() throws TenantFailure {
        stub.organisation(Said.ok(StubExchange.ORGANISATION.formatted("true",
                "\"mbxaaa:2\",\"mbxbbb:3\",\"mbxccc:1\",\"grpddd:2\"")));
        assertEquals(Set.of("mbxaaa:2", "mbxbbb:3"), look(row -> row).holds().holds());
        assertEquals(Set.of("mbxaaa:2", "UniH7d8"),
                look(row -> row.replace("\"InPlaceHolds\":[]",
                        "\"InPlaceHolds\":[\"-mbxbbb\",\"mbxeee:1\",\"UniH7d8\"]"))
                        .holds().holds());
        assertEquals(Map.of(TenantTrait.DELAYED_DELICENSING, "on", TenantTrait.ORGANISATION_HOLDS,
                "mbxaaa:2,mbxbbb:3"), stub.reader().tenantTraits());
    }

    @Test
    void archivesAndVisibilityAreRead() throws TenantFailure {
        assertTrue(look(row -> row.replace("\"None\"", "\"Active\"")).archive().present());
        assertTrue(look(row -> row.replace("00000000-0000-0000-0000-000000000000", id(7).value())).archive().present(),
                "a status of none does not take an archive's GUID away");
        assertEquals(Set.of(Condition.AUTO_EXPANDING_ARCHIVE),
                look(row -> row.replace("ArchiveEnabled\":false", "ArchiveEnabled\":true")).conditions());
        assertTrue(look(row -> row.replace("ListsEnabled\":false", "ListsEnabled\":true")).visibility().hidden());
    }

    @ParameterizedTest
    @CsvSource({"IsSoftDeletedByDisable, TOMBSTONE", "IsSoftDeletedByRemove, SOFT_DELETED",
            "IsInactiveMailbox, INACTIVE"})
    void whatBecameOfAMailboxIsTold(String property, Mailbox.State state) throws TenantFailure {
        assertEquals(state, look(row -> row.replace(property + "\":false", property + "\":true")).mailbox().state());
        stub.reader().kept(List.of(id(1)));
        assertTrue(stub.asked("Get-Mailbox").getLast().body().contains("\"SoftDeletedMailbox\":true"));
    }

    @ParameterizedTest
    @CsvSource({"Syncing, true", "Synced, true", "Failed, true", "Completed, false", "CompletedWithWarnings, false"})
    void aMigrationIsPendingUntilItIsCompleted(String status, boolean pending) throws TenantFailure {
        stub.migrations(Said.ok("{\"value\":[{\"Identity\":\"Uno@sgu.example\",\"MailboxGuid\":null,\"Status\":\""
                + status + "\"}]}"));
        assertEquals(pending, look(row -> row).conditions().contains(Condition.PENDING_MIGRATION));
        look(row -> row);
        assertEquals(1, stub.asked("Get-MigrationUser").size());
        stub.waiter().pass(Duration.ofSeconds(61));
        look(row -> row);
        assertEquals(2, stub.asked("Get-MigrationUser").size(), "who is on the move is asked for anew after a minute");
    }

    @Test
    void nobodyIsAnAnswerOnlyInTheServicesOwnWords() throws TenantFailure {
        stub.mailboxes(_ -> new Said(404, Map.of(), NOT_FOUND));
        assertEquals(Map.of(), stub.reader().inUse(List.of(id(1))));
        stub.mailboxes(_ -> new Said(500, Map.of(), NOT_FOUND));
        assertEquals(Map.of(), stub.reader().inUse(List.of(id(1))), "the type counts, not the status");
        stub.mailboxes(_ -> new Said(404, Map.of(), "<html>no such page</html>"));
        assertEquals(Reason.MALFORMED, fails().reason());
        stub.mailboxes(_ -> new Said(400, Map.of(), NOT_FOUND.replace("NotFoundException", "AmbiguousException")));
        assertTrue(fails().sentence().toString().contains("ManagementObjectAmbiguousException"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0000\u0000\u0000\u0000", "<html>Sign in</html>", "{\"value\":[{\"ExternalDire", "[]",
            "null", "{}", "{\"value\":{}}", "{\"value\":[]}", "{\"value\":[\"x\"]}", "{\"value\":[{}]}",
            "{\"value\":[],\"@adminapi.warnings\":\"some\"}"})
    void whatIsNoAnswerIsNeverANone(String body) {
        stub.mailboxes(_ -> Said.ok(body));
        TenantFailure failure = fails();
        assertEquals(Reason.MALFORMED, failure.reason());
        assertTrue(failure.sentence().toString().startsWith("The answer to Get-Mailbox " + id(1) + " "),
                failure.sentence().toString());
    }

    @Test
    void everyMissingOrOddPropertyIsAFault() {
        List<String> lines = new ArrayList<>();
        JsonMapper mapper = new JsonMapper();
        for (String property : mapper.readTree(ROW).propertyNames()) {
            if (!property.contains("@")) {
                ObjectNode lacking = (ObjectNode) mapper.readTree(ROW);
                lacking.remove(property);
                ObjectNode odd = ((ObjectNode) mapper.readTree(ROW)).put(property, 7);
                for (ObjectNode wrong : List.of(lacking, odd)) {
                    stub.mailboxes(_ -> Said.ok(page(List.of(wrong.toString()), "")));
                    lines.add(fails().sentence().toString());
                }
            }
        }
        assertEquals(34, lines.size());
        assertTrue(
                lines.stream().allMatch(line -> line.contains(" has an object ") || line.contains("another mailbox")),
                String.join("\n", lines));
        assertThrows(TenantFailure.class, () -> look(row -> row.replace("\"None\"", "\"Haunted\"")));
    }

    @Test
    void aWarningInTheBodyOrTheHeaderMakesAnAnswerNone() {
        stub.mailboxes(_ -> Said.ok(page(List.of(ROW), "").replace("\"@adminapi.warnings\":[]",
                "\"@adminapi.warnings\":[\"There are more results.\"]")));
        assertTrue(fails().sentence().toString().contains("There are more results."));
        stub.mailboxes(_ -> new Said(200, Map.of("X-Warnings", "Careful."), page(List.of(ROW), "")));
        assertTrue(fails().sentence().toString().contains("Careful."));
    }

    @Test
    void manyAreReadByOneSweepToItsEnd() throws TenantFailure {
        stub.mailboxes(asked -> asked.query().contains("skiptoken")
                ? Said.ok(page(IntStream.rangeClosed(31, 60).mapToObj(ExchangeReaderTest::row).toList(), ""))
                : Said.ok(page(IntStream.rangeClosed(1, 30).mapToObj(ExchangeReaderTest::row).toList(),
                        "\"@odata.nextLink\":\"" + stub.base()
                                + "/adminapi/beta/tenant/InvokeCommand?$skiptoken=30\",")));
        Map<AccountId, MailboxLook> looks = stub.reader().inUse(ids(51));
        assertEquals(Set.copyOf(ids(51)), looks.keySet());
        List<Asked> asked = stub.asked("Get-Mailbox");
        assertEquals(2, asked.size());
        assertEquals(asked.getFirst().body(), asked.getLast().body(), "the same question goes to the next page");
        assertTrue(asked.getFirst().body().contains("\"ResultSize\":\"Unlimited\""));
        stub.mailboxes(_ -> new Said(404, Map.of(), NOT_FOUND));
        stub.reader().inUse(ids(50));
        assertEquals(52, stub.asked("Get-Mailbox").size(), "few are asked for one by one");
    }

    @Test
    void aLongSweepTakesMoreAccountsToBeWorthItsPages() throws TenantFailure {
        int mailboxes = 60 * ExchangeReader.SWEPT_PER_QUESTION;
        stub.mailboxes(asked -> asked.body().contains("\"Identity\"")
                ? new Said(404, Map.of(), NOT_FOUND)
                : Said.ok(page(IntStream.rangeClosed(1, mailboxes).mapToObj(ExchangeReaderTest::row).toList(), "")));
        assertEquals(60, stub.reader().inUse(ids(60)).size(), "nobody knows yet how long the list is");
        assertEquals(1, stub.asked("Get-Mailbox").size());
        stub.reader().inUse(ids(60));
        assertEquals(61, stub.asked("Get-Mailbox").size(),
                "sixty questions are worth less than sixty times fifty rows");
        assertEquals(61, stub.reader().inUse(ids(61)).size());
        assertEquals(62, stub.asked("Get-Mailbox").size());
        assertEquals(51, stub.reader().kept(ids(51)).size(), "how long one list is says nothing of the other");
        assertEquals(63, stub.asked("Get-Mailbox").size());
    }

    @Test
    void aSweepThatDoesNotEndWellIsNone() {
        String next = "\"@odata.nextLink\":\"%s\",";
        String here = stub.base() + "/adminapi/beta/tenant/InvokeCommand?$skiptoken=1";
        for (String link : List.of("https://elsewhere.example/adminapi/beta/tenant/InvokeCommand?$skiptoken=1",
                here.replace("127.0.0.1", "localhost"), here.replace("tenant", "other"), here.replace("beta", "v1.0"),
                "/relative", "not an address")) {
            stub.mailboxes(_ -> Said.ok(page(List.of(ROW), next.formatted(link))));
            int before = stub.asked("Get-Mailbox").size();
            assertEquals(Reason.MALFORMED, assertThrows(RuntimeException.class, () -> {
                try {
                    stub.reader().inUse(ids(51));
                } catch (TenantFailure e) {
                    throw new IllegalStateException(e);
                }
            }).getCause() instanceof TenantFailure failure ? failure.reason() : Reason.DENIED, link);
            assertEquals(before + 1, stub.asked("Get-Mailbox").size(), "nothing is sent to " + link);
        }
        stub.mailboxes(_ -> Said.ok(page(List.of(ROW), next.formatted(here))));
        assertThrows(TenantFailure.class, () -> stub.reader().inUse(ids(51)), "pages that go round");
        stub.mailboxes(_ -> Said.ok(page(List.of(), next.formatted(here))));
        assertThrows(TenantFailure.class, () -> stub.reader().inUse(ids(51)), "a page without objects goes on");
        stub.mailboxes(_ -> Said.ok(page(List.of(ROW, ROW), "")));
        assertThrows(TenantFailure.class, () -> stub.reader().inUse(ids(51)), "a mailbox comes twice");
    }

    @Test
    void readsAreAskedAgainAsLongAsTheServiceSays() throws TenantFailure {
        List<Said> turns = new ArrayList<>(List.of(new Said(429, Map.of("Retry-After", "2.5"), ""),
                new Said(503, Map.of(), "<html>busy</html>"), new Said(0, Map.of(), ""),
                Said.ok(page(List.of(ROW), ""))));
        stub.mailboxes(_ -> turns.removeFirst());
        assertEquals(1, stub.reader().inUse(List.of(id(1))).size());
        assertEquals(Duration.ofMillis(2500), stub.waiter().pauses().getFirst());
        stub.mailboxes(_ -> new Said(503, Map.of(), ""));
        assertEquals(Reason.UNREACHABLE, fails().reason());
        assertTrue(stub.asked("Get-Mailbox").size() <= 5 + 6, "not for ever");
    }

    @Test
    void aTokenIsRenewedOnce() throws TenantFailure {
        stub.mailboxes(asked -> asked.token().equals("Bearer token-1")
                ? new Said(401, Map.of(), "")
                : Said.ok(page(List.of(ROW), "")));
        assertEquals(1, stub.reader().inUse(List.of(id(1))).size());
        stub.mailboxes(_ -> new Said(401, Map.of(), ""));
        assertEquals(Reason.SIGN_IN_REFUSED, fails().reason());
    }

    @Test
    void withoutTheRightNothingIsToldAndNobodyAsksTwice() throws TenantFailure {
        stub.organisation(new Said(403, Map.of("Content-Encoding", "gzip"), "\u0000".repeat(64)));
        assertFalse(stub.reader().mayRead());
        assertEquals(TenantTrait.unread(), stub.reader().tenantTraits());
        assertEquals(1, stub.asked("Get-OrganizationConfig").size());
    }

    @Test
    void anOrganisationThatCannotBeReadIsNotOneWithoutTheRight() {
        for (Said odd : List.of(Said.ok(""), Said.ok("{\"value\":[]}"), Said.ok("{\"value\":[{}]}"),
                Said.ok("\u0000\u0000"), new Said(400, Map.of(), "{}"))) {
            stub.organisation(odd);
            assertThrows(TenantFailure.class, () -> stub.reader().mayRead());
        }
    }

    @Test
    void eachCloudHasItsOwnService() {
        assertEquals("https://outlook.office365.com", base("https://graph.microsoft.com/v1.0"));
        assertEquals("https://outlook.office365.us", base("https://graph.microsoft.us/v1.0"));
        assertEquals("https://127.0.0.1:4711", base("https://127.0.0.1:4711/v1.0"));
        assertEquals("none", base("https://graph.elsewhere.example/v1.0"));
        assertEquals("https://outlook.office365.com/.default", ExchangeConnection
                .beside(URI.create("https://127.0.0.1:4711/v1.0"), "t", Optional.empty()).orElseThrow().scope());
    }

    private static String base(String graph) {
        return ExchangeConnection.beside(URI.create(graph), "t", Optional.empty())
                .map(connection -> connection.base().toString()).orElse("none");
    }
}
