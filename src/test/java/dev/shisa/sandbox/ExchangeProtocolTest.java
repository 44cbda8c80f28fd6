package dev.shisa.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Exchange's InvokeCommand on seed small: what it tells, what it leaves for the next page, and how it refuses. */
final class ExchangeProtocolTest {

    private static final String SCOPE = "https://outlook.office365.com/.default";
    private static final String E3 = "6fd2c87f-b296-42f0-b197-1e91e994b900";
    private static final String EXCHANGE_2 = "efb87545-963c-4e0d-99df-69c6916d9eb0";

    @TempDir
    private Path folder;
    private SandboxServer server;
    private SandboxClient graph;
    private SandboxClient exchange;

    @BeforeEach
    void start() throws Exception {
        server = SandboxServer.start(SandboxSettings.of(new Seed.Small(), folder).withClock(ClockMode.SIMULATED));
        graph = SandboxClient.of(server);
        exchange = as(server.descriptor().reader());
    }

    @AfterEach
    void stop() {
        graph.close();
        server.close();
    }

    private SandboxClient as(SandboxDescriptor.Client client) throws Exception {
        return graph.with(graph.token(client, SCOPE).json().path("access_token").asString());
    }

    private String endpoint() {
        return server.descriptor().login() + "/adminapi/beta/" + SandboxServer.TENANT_ID + "/InvokeCommand";
    }

    private static String body(String cmdlet, String parameters) {
        return "{\"CmdletInput\":{\"CmdletName\":\"" + cmdlet + "\",\"Parameters\":{" + parameters + "}}}";
    }

    private SandboxClient.Reply invoke(String cmdlet, String parameters, String... headers) throws Exception {
        return exchange.post(endpoint(), body(cmdlet, parameters), headers);
    }

    private JsonNode mailbox(String identity) throws Exception {
        return invoke("Get-Mailbox", "\"Identity\":\"" + identity + "\"").json().path("value").path(0);
    }

    @Test
    void aMailboxIsToldWithEverythingThatHoldsIt() throws Exception {
        JsonNode plain = mailbox("person1@contoso.example");
        assertEquals(graph.id("person1@contoso.example"), plain.path("ExternalDirectoryObjectId").asString());
        assertEquals(graph.truth(plain.path("ExternalDirectoryObjectId").asString()).path("mailboxGuid").asString(),
                plain.path("ExchangeGuid").asString());
        assertEquals("#Guid", plain.path("ExchangeGuid@odata.type").asString());
        assertEquals("UserMailbox", plain.path("RecipientTypeDetails").asString());
        for (String flag : List.of("LitigationHoldEnabled", "RetentionHoldEnabled", "ComplianceTagHoldApplied",
                "DelayHoldApplied", "DelayReleaseHoldApplied", "IsInactiveMailbox", "IsSoftDeletedByRemove",
                "IsSoftDeletedByDisable", "AutoExpandingArchiveEnabled", "HiddenFromAddressListsEnabled",
                "IsDirSynced")) {
            assertTrue(plain.path(flag).isBoolean() && !plain.path(flag).asBoolean(), flag);
        }
        assertEquals("None", plain.path("ArchiveStatus").asString());
        assertTrue(plain.path("WhenSoftDeleted").isNull() && plain.path("ForwardingSmtpAddress").isNull());
        assertTrue(mailbox("held1@contoso.example").path("LitigationHoldEnabled").asBoolean());
        assertEquals("[\"mbx9696959191\"]", mailbox("held2@contoso.example").path("InPlaceHolds").toString());
        assertEquals("Active", mailbox("archive1@contoso.example").path("ArchiveStatus").asString());
        assertTrue(mailbox("archive2@contoso.example").path("AutoExpandingArchiveEnabled").asBoolean());
        assertTrue(mailbox("hidden1@contoso.example").path("HiddenFromAddressListsEnabled").asBoolean());
        assertEquals("SharedMailbox", mailbox("shared1@contoso.example").path("RecipientTypeDetails").asString());
    }

    @Test
    void whatIsArrangedForAMailboxIsTold() throws Exception {
        String assistant = graph.id("report1@contoso.example");
        JsonNode head = mailbox("head@contoso.example");
        assertEquals(assistant, head.path("ForwardingAddress").asString());
        assertTrue(head.path("DeliverToMailboxAndForward").asBoolean());
        assertEquals("[\"" + assistant + "\"]", head.path("GrantSendOnBehalfTo").toString());
        assertEquals("#Collection(String)", head.path("GrantSendOnBehalfTo@odata.type").asString());
        assertEquals("100 GB (107,374,182,400 bytes)", head.path("ProhibitSendReceiveQuota").asString());
        assertEquals("99 GB (106,300,440,576 bytes)", head.path("ProhibitSendQuota").asString());
        assertEquals("98 GB (105,226,698,752 bytes)", head.path("IssueWarningQuota").asString());
        JsonNode other = mailbox("report2@contoso.example");
        assertEquals("smtp:kim@fabrikam.example", other.path("ForwardingSmtpAddress").asString());
        assertTrue(other.path("ForwardingAddress").isNull() && !other.path("DeliverToMailboxAndForward").asBoolean());
        assertEquals("10 GB (10,737,418,240 bytes)",
                mailbox("twin1@contoso.example").path("ProhibitSendReceiveQuota").asString());
        JsonNode shared = mailbox("shared1@contoso.example");
        assertEquals("50 GB (53,687,091,200 bytes)", shared.path("ProhibitSendReceiveQuota").asString());
        assertEquals("49.5 GB (53,150,220,288 bytes)", shared.path("ProhibitSendQuota").asString());
        assertEquals("2 GB (2,147,483,648 bytes)",
                mailbox("kiosk1@contoso.example").path("ProhibitSendReceiveQuota").asString());
    }

    @Test
    void delegatesAreToldWithTheirRights() throws Exception {
        JsonNode permissions = invoke("Get-MailboxPermission", "\"Identity\":\"shared1@contoso.example\"").json()
                .path("value");
        assertEquals(3, permissions.size());
        assertEquals("NT AUTHORITY\\SELF", permissions.path(0).path("User").asString());
        assertEquals("[\"FullAccess\",\"ReadPermission\"]", permissions.path(0).path("AccessRights").toString());
        assertEquals("report1@contoso.example", permissions.path(1).path("User").asString());
        assertEquals("[\"FullAccess\"]", permissions.path(1).path("AccessRights").toString());
        assertFalse(permissions.path(1).path("IsInherited").asBoolean(true));
        assertFalse(permissions.path(1).path("Deny").asBoolean(true));
        JsonNode trust = invoke("Get-RecipientPermission", "\"Identity\":\"shared1@contoso.example\"").json()
                .path("value");
        assertEquals(2, trust.size());
        assertEquals("report1@contoso.example", trust.path(1).path("Trustee").asString());
        assertEquals("[\"SendAs\"]", trust.path(1).path("AccessRights").toString());
        assertEquals("Allow", trust.path(1).path("AccessControlType").asString());
        assertFalse(trust.path(1).path("IsInherited").asBoolean(true));
        graph.delete("/users/report1@contoso.example");
        assertEquals(2, invoke("Get-MailboxPermission", "\"Identity\":\"shared1@contoso.example\"").json()
                .path("value").size());
        for (String cmdlet : List.of("Get-MailboxPermission", "Get-RecipientPermission")) {
            problem(invoke(cmdlet, ""), 400, "ParameterBindingException");
            problem(invoke(cmdlet, "\"Identity\":\"none1@contoso.example\""), 404,
                    "ManagementObjectNotFoundException");
            problem(invoke(cmdlet, "\"Identity\":\"head@contoso.example\",\"User\":\"x\""), 400,
                    "ParameterBindingException");
        }
    }

    @Test
    void aMailboxThatComesBackIsArrangedAsBeforeAndANewOneIsNot() throws Exception {
        String id = graph.id("twin1@contoso.example");
        String take = "{\"addLicenses\":[],\"removeLicenses\":[\"" + E3 + "\"]}";
        String give = "{\"addLicenses\":[{\"skuId\":\"" + E3 + "\"}],\"removeLicenses\":[]}";
        graph.post("/users/" + id + "/assignLicense", take);
        graph.post("/users/" + id + "/assignLicense", give);
        assertEquals("10 GB (10,737,418,240 bytes)", mailbox(id).path("ProhibitSendReceiveQuota").asString());
        graph.faults("[{\"misbehave\":\"new-mailbox\"}]");
        graph.post("/users/" + id + "/assignLicense", take);
        graph.post("/users/" + id + "/assignLicense", give);
        assertEquals("100 GB (107,374,182,400 bytes)", mailbox(id).path("ProhibitSendReceiveQuota").asString());
    }

    @Test
    void oneIdentityNamesOneMailbox() throws Exception {
        JsonNode plain = mailbox("person1@contoso.example");
        String id = plain.path("ExternalDirectoryObjectId").asString();
        for (String identity : List.of(id, plain.path("ExchangeGuid").asString(), "PERSON1@contoso.example", "person1",
                "person1@mail.contoso.example")) {
            assertEquals(id, mailbox(identity).path("ExternalDirectoryObjectId").asString(), identity);
        }
        problem(invoke("Get-Mailbox", "\"Identity\":\"Alex Twin\""), 400, "ManagementObjectAmbiguousException");
        for (String nobody : List.of("nobody@contoso.example", "00000000-0000-4000-8000-00000000dead",
                "none1@contoso.example", "tombstone1@contoso.example", "*")) {
            problem(invoke("Get-Mailbox", "\"Identity\":\"" + nobody + "\""), 404, "ManagementObjectNotFoundException");
        }
    }

    private static void problem(SandboxClient.Reply reply, int status, String type) {
        assertEquals(status, reply.status(), reply.body());
        String[] parts = reply.json().path("error").path("details").path(0).path("message").asString().split("\\|", 3);
        assertEquals(3, parts.length);
        assertTrue(parts[1].endsWith("." + type), parts[1]);
        assertEquals("Error executing cmdlet", reply.json().path("error").path("message").asString());
        assertTrue(reply.json().path("@adminapi.warnings").isArray());
    }

    @Test
    void whoAsksForNothingMoreGetsOneMailboxALinkAndAWarning() throws Exception {
        JsonNode first = invoke("Get-Mailbox", "").json();
        assertEquals(1, first.path("value").size());
        assertEquals(1, first.path("@adminapi.warnings").size());
        JsonNode second = exchange.post(first.path("@odata.nextLink").asString(), body("Get-Mailbox", "")).json();
        assertEquals(1, second.path("value").size());
        assertFalse(first.path("value").equals(second.path("value")));
        JsonNode few = invoke("Get-Mailbox", "\"ResultSize\":3").json();
        assertEquals(3, few.path("value").size());
        assertEquals(1, few.path("@adminapi.warnings").size());
        assertTrue(few.path("@odata.nextLink").isMissingNode());
    }

    @Test
    void everythingIsGivenPageByPageToTheEnd() throws Exception {
        Set<String> ids = new HashSet<>();
        String next = endpoint() + "?$select=ExternalDirectoryObjectId,WhenSoftDeleted";
        int pages = 0;
        while (!next.isEmpty()) {
            JsonNode page = exchange.post(next, body("Get-Mailbox", "\"ResultSize\":\"Unlimited\""), "Prefer",
                    "odata.maxpagesize=20").json();
            assertEquals(0, page.path("@adminapi.warnings").size());
            for (JsonNode row : page.path("value")) {
                assertEquals(Set.of("ExternalDirectoryObjectId", "WhenSoftDeleted", "WhenSoftDeleted@odata.type"),
                        Set.copyOf(row.propertyNames()));
                assertTrue(ids.add(row.path("ExternalDirectoryObjectId").asString()));
            }
            next = page.path("@odata.nextLink").asString("");
            pages++;
        }
        long present = graph.lines("/sandbox/accounts").stream()
                .filter(account -> account.path("mailbox").asString().equals("present")).count();
        assertEquals(present, ids.size());
        assertEquals((present + 19) / 20, pages);
        assertEquals(present,
                invoke("Get-Mailbox", "\"ResultSize\":\"Unlimited\"").json().path("value").size());
    }

    @Test
    void aMailboxWithoutItsLicenceIsKeptAmongTheSoftDeleted() throws Exception {
        String id = graph.id("person1@contoso.example");
        String guid = mailbox(id).path("ExchangeGuid").asString();
        assertEquals(200, graph.post("/users/" + id + "/assignLicense", "{\"addLicenses\":[{\"skuId\":\"" + E3
                + "\",\"disabledPlans\":[\"" + EXCHANGE_2 + "\"]}],\"removeLicenses\":[]}").status());
        problem(invoke("Get-Mailbox", "\"Identity\":\"" + id + "\""), 404, "ManagementObjectNotFoundException");
        JsonNode kept = invoke("Get-Mailbox", "\"SoftDeletedMailbox\":true,\"Identity\":\"" + id + "\"").json()
                .path("value").path(0);
        assertEquals(guid, kept.path("ExchangeGuid").asString());
        assertTrue(kept.path("IsSoftDeletedByDisable").asBoolean() && !kept.path("IsSoftDeletedByRemove").asBoolean());
        assertFalse(kept.path("WhenSoftDeleted").asString().isEmpty());
        String held = graph.id("held1@contoso.example");
        assertEquals(204, graph.delete("/users/" + held).status());
        JsonNode inactive = invoke("Get-Mailbox", "\"InactiveMailboxOnly\":true").json().path("value");
        assertEquals(held, inactive.path(0).path("ExternalDirectoryObjectId").asString());
        assertTrue(inactive.path(0).path("IsInactiveMailbox").asBoolean());
        assertTrue(inactive.path(0).path("IsSoftDeletedByRemove").asBoolean());
        assertEquals(held, invoke("Get-Mailbox", "\"IncludeInactiveMailbox\":true,\"Identity\":\"" + held + "\"").json()
                .path("value").path(0).path("ExternalDirectoryObjectId").asString());
    }

    @Test
    void theOrganisationAndWhoIsOnTheMoveAreTold() throws Exception {
        JsonNode organisation = invoke("Get-OrganizationConfig", "").json().path("value").path(0);
        assertFalse(organisation.path("DelayedDelicensingEnabled").asBoolean(true));
        assertTrue(organisation.path("InPlaceHolds").isArray());
        JsonNode moving = invoke("Get-MigrationUser", "\"ResultSize\":\"Unlimited\"").json().path("value");
        assertEquals(1, moving.size());
        assertEquals("moving1@contoso.example", moving.path(0).path("Identity").asString());
        assertEquals("Syncing", moving.path(0).path("Status").asString());
        problem(invoke("Get-MigrationUser", "\"Identity\":\"person1@contoso.example\""), 404,
                "ManagementObjectNotFoundException");
        assertEquals(0, invoke("Get-PendingDelicenseUser", "").json().path("value").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Remove-Mailbox", "Set-Mailbox", "Disable-Mailbox", "Get-Nonsense", "get-recipient"})
    void whatDoesNotReadIsForbiddenWithoutAWord(String cmdlet) throws Exception {
        SandboxClient.Reply reply = invoke(cmdlet, "\"Identity\":\"person1@contoso.example\"");
        assertEquals(403, reply.status());
        assertTrue(!reply.body().isEmpty() && reply.body().chars().allMatch(letter -> letter == 0));
        assertEquals("gzip", reply.header("Content-Encoding"));
        assertEquals("present",
                graph.truth(graph.id("person1@contoso.example")).path("mailbox").asString());
    }

    @ParameterizedTest
    @CsvSource({"Get-Mailbox, Filter, \"x\"", "Get-Mailbox, ResultSize, \"many\"", "Get-Mailbox, ResultSize, 0",
            "Get-Mailbox, SoftDeletedMailbox, \"yes\"", "Get-Mailbox, RecipientTypeDetails, \"Nonsense\"",
            "Get-Mailbox, Identity, 7", "Get-OrganizationConfig, Identity, \"x\"", "Get-MigrationUser, Force, true"})
    void anUnknownParameterOrValueIsRefused(String cmdlet, String parameter, String value) throws Exception {
        problem(invoke(cmdlet, "\"" + parameter + "\":" + value), 400, "ParameterBindingException");
    }

    @Test
    void onlyATokenForExchangeWithTheRoleOpens() throws Exception {
        String question = body("Get-OrganizationConfig", "");
        assertEquals(401, graph.post(endpoint(), question).status(), "a token for Graph");
        assertEquals(401, graph.with(null).post(endpoint(), question).status());
        assertEquals(401, exchange.get("/users").status(), "a token for Exchange does not open Graph");
        SandboxClient.Reply noRole = as(server.descriptor().writer()).post(endpoint(), question);
        assertEquals(403, noRole.status());
        assertEquals(0, noRole.body().charAt(0));
        assertEquals(405, exchange.get(endpoint()).status());
        assertEquals(405, exchange.post(endpoint().replace("beta", "v1.0"), question).status());
        assertEquals(404, exchange.post(endpoint().replace("feed", "beef"), question).status());
        for (String bad : List.of("", "[]", "{}",
                "{\"CmdletInput\":{\"CmdletName\":\"Get-Mailbox\",\"Parameters\":[]}}")) {
            assertEquals(400, exchange.post(endpoint(), bad).status(), bad);
        }
    }

    @Test
    void faultsStrikeTheRequestsThatTheyName() throws Exception {
        String id = graph.id("person1@contoso.example");
        graph.faults("[{\"match\":{\"method\":\"POST\"},\"effect\":{\"status\":500}},"
                + "{\"match\":{\"path\":\"/adminapi/**\",\"nth\":2},\"effect\":{\"status\":429,\"headers\":{\"Retry-After\":\"2.5\"}}},"
                + "{\"match\":{\"path\":\"/adminapi/**\",\"nth\":3},\"effect\":{\"truncate\":5}}]");
        assertEquals(200, invoke("Get-Mailbox", "\"Identity\":\"" + id + "\"").status(),
                "an entry without a path speaks of Graph");
        SandboxClient.Reply throttled = invoke("Get-OrganizationConfig", "");
        assertEquals(429, throttled.status());
        assertEquals("2.5", throttled.header("Retry-After"));
        JsonNode cut = invoke("Get-Mailbox", "\"ResultSize\":\"Unlimited\"").json();
        assertEquals(5, cut.path("value").size());
        assertEquals(0, cut.path("@adminapi.warnings").size());
        assertTrue(graph.lines("/sandbox/requests?after=0").stream()
                .noneMatch(line -> line.path("path").asString().startsWith("/adminapi/")),
                "the log is that of Graph; nothing here writes");
    }
}
