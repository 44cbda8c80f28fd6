package dev.shisa.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shisa.account.AccountId;
import dev.shisa.exchange.StubExchange.Asked;
import dev.shisa.exchange.StubExchange.Said;
import dev.shisa.keepsake.Grant;
import dev.shisa.keepsake.MailboxKeepsake;
import dev.shisa.keepsake.MailboxSettings;
import dev.shisa.keepsake.Part;
import dev.shisa.tenant.TenantFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a mailbox goes into a keepsake, in the service's words. */
class KeepsakeQuestionsTest {
    private static final AccountId ID = new AccountId("00000000-0000-4000-8000-000000000001");
    private static final String MAILBOX = """
            {"ExternalDirectoryObjectId":"00000000-0000-4000-8000-000000000001","ForwardingAddress":null,
            "ForwardingSmtpAddress":"smtp:x@contoso.example","DeliverToMailboxAndForward":true,
            "GrantSendOnBehalfTo":["deputy"],"HiddenFromAddressListsEnabled":true,"IssueWarningQuota":"98 GB (1 bytes)",
            "ProhibitSendQuota":"99 GB (2 bytes)","ProhibitSendReceiveQuota":"Unlimited"}""";
    private static final String ACCESS = """
            {"User":"NT AUTHORITY\\\\SELF","AccessRights":["FullAccess"],"IsInherited":false,"Deny":false},
            {"User":"Organization Management","AccessRights":["FullAccess"],"IsInherited":true,"Deny":"True"},
            {"User":"deputy@sgu.example","AccessRights":["FullAccess","ReadPermission"],"IsInherited":"False","Deny":"False"}""";
    private static final String SENDERS = """
            {"Trustee":"deputy@sgu.example","AccessRights":["SendAs"],"IsInherited":false,"AccessControlType":"Allow"}""";

    private final StubExchange stub = new StubExchange();

    @AfterEach
    void stop() {
        stub.close();
    }

    private static Said rows(String rows) {
        return Said.ok("{\"@adminapi.warnings\":[],\"value\":[" + rows + "]}");
    }

    private static Said healthy(Asked asked) {
        if (asked.calls("Get-MailboxPermission")) {
            return rows(ACCESS);
        }
        return rows(asked.calls("Get-RecipientPermission") ? SENDERS : MAILBOX);
    }

    @Test
    void everythingIsKeptButWhatEveryMailboxHas() throws TenantFailure {
        MailboxKeepsake told = stub.mailboxes(KeepsakeQuestionsTest::healthy).reader().keepsake(ID);
        assertEquals(new Part.Read<>(new MailboxSettings(Optional.empty(), Optional.of("smtp:x@contoso.example"), true,
                List.of("deputy"), true,
                new MailboxSettings.Quotas("98 GB (1 bytes)", "99 GB (2 bytes)", "Unlimited"))), told.settings());
        assertEquals(new Part.Read<>(List.of(new Grant("deputy@sgu.example", "FullAccess", false),
                new Grant("deputy@sgu.example", "ReadPermission", false))), told.access());
        assertEquals(new Part.Read<>(List.of(new Grant("deputy@sgu.example", "SendAs", false))), told.sendAs());
    }

    @Test
    void aCmdletWithoutARightIsAPartThatCannotBeRead() throws TenantFailure {
        MailboxKeepsake told = stub.mailboxes(asked -> asked.calls("Get-RecipientPermission")
                ? new Said(403, Map.of(), "\0\0\0")
                : healthy(asked)).reader().keepsake(ID);
        assertInstanceOf(Part.Read.class, told.settings());
        assertInstanceOf(Part.Unreadable.class, told.sendAs());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Get-Mailbox\"", "Get-MailboxPermission\"", "Get-RecipientPermission\""})
    void anyOtherSilenceIsAFailure(String cmdlet) {
        for (Said said : List.of(new Said(400, Map.of(), "{}"), Said.ok("{\"value\":[{}]}"),
                Said.ok("{\"@adminapi.warnings\":[\"more results\"],\"value\":[]}"), new Said(503, Map.of(), ""))) {
            stub.mailboxes(asked -> asked.body().contains(cmdlet) ? said : healthy(asked));
            assertThrows(TenantFailure.class, () -> stub.reader().keepsake(ID), cmdlet + " " + said);
        }
    }

    @Test
    void anotherMailboxIsNotTakenForTheOneAskedFor() {
        stub.mailboxes(asked -> asked.body().contains("Get-Mailbox\"")
                ? rows(MAILBOX.replace("000001", "000002"))
                : healthy(asked));
        assertThrows(TenantFailure.class, () -> stub.reader().keepsake(ID));
    }
}
