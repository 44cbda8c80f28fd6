package dev.shisa.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.Facet;
import dev.shisa.account.Harm;
import dev.shisa.catalog.Catalog;
import dev.shisa.catalog.CatalogLoader;
import dev.shisa.catalog.Command;
import dev.shisa.catalog.LoadedCatalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped table says what the documentation says. */
class ShippedCmdletsTest {
    private static final Path FILE = Path.of("src/main/resources/dev/shisa/lint/cmdlets.yaml");
    private static final CmdletTable TABLE = CmdletTable.shipped();
    private static final Given NOTHING = given();

    private static Given given(String... parametersAndValues) {
        Map<String, Optional<String>> values = new HashMap<>();
        for (int i = 0; i < parametersAndValues.length; i += 2) {
            values.put(parametersAndValues[i], Optional.of(parametersAndValues[i + 1]));
        }
        return new Given(values, false);
    }

    private static Cmdlet cmdlet(String name) {
        return TABLE.find(name).orElseThrow(() -> new AssertionError(name + " is not in the table"));
    }

    private static Listing listing(String name) {
        return cmdlet(name).listing().orElseThrow(() -> new AssertionError(name + " is no listing"));
    }

    @Test
    void theFileFitsItsSchemaAndIsWhatTheProgramReads() {
        LoadedCmdlets.Loaded loaded = assertInstanceOf(LoadedCmdlets.Loaded.class, CmdletTable.load(FILE));
        assertEquals(TABLE.cmdlets(), loaded.table().cmdlets());
        assertTrue(TABLE.cmdlets().size() > 2000, "entries that are lost know nothing");
    }

    @Test
    void aNameIsFoundInAnyCaseAndWithItsModule() {
        assertEquals("Remove-Mailbox", cmdlet("remove-MAILBOX").name());
        assertEquals("Remove-Mailbox", cmdlet("ExchangePowerShell\\Remove-Mailbox").name());
        assertEquals("Invoke-MgGraphRequest", cmdlet("invoke-graphrequest").name());
        assertTrue(TABLE.find("Remove-Nothing").isEmpty());
    }

    @Test
    void whateverRemovesFromATenantSaysWhat() {
        assertEquals(List.of(), TABLE.cmdlets().stream()
                .filter(c -> c.action() == Action.REMOVE && c.reach() == Reach.TENANT)
                .filter(c -> c.effects().isEmpty() && c.marks().isEmpty()).map(Cmdlet::name).toList());
    }

    @Test
    void everyEntryNamesItsDocumentation() {
        Pattern known = Pattern
                .compile("https://(learn\\.microsoft\\.com|pnp\\.github\\.io/powershell|github\\.com/microsoft)/.*");
        assertEquals(List.of(), TABLE.cmdlets().stream()
                .filter(c -> c.sources().isEmpty() || !c.sources().stream().allMatch(s -> known.matcher(s).matches()))
                .map(Cmdlet::name).toList());
    }

    @Test
    void everyGuardedLineIsACommandOfTheCatalog() {
        Catalog catalog = assertInstanceOf(LoadedCatalog.Loaded.class, CatalogLoader.shipped()).catalog();
        Set<String> lines = TABLE.cmdlets().stream().flatMap(c -> c.guarded().stream()).collect(Collectors.toSet());
        assertTrue(lines.contains("shisa mailbox remove --keep-identity") && lines.contains("shisa user delete"));
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            Command command = catalog.find(words[1], words[2]).orElseThrow(() -> new AssertionError(line));
            Set<String> options = command.choices().stream().flatMap(choice -> choice.options().stream())
                    .map(option -> "--" + option.name()).collect(Collectors.toSet());
            for (int i = 3; i < words.length; i++) {
                assertTrue(options.contains(words[i]), line);
            }
        }
    }

    @Test
    void everyTextOfTheFileIsUsed() throws Exception {
        String text = Files.readString(FILE);
        String head = text.substring(text.indexOf("\ntexts:"), text.indexOf("\ncmdlets:"));
        Matcher names = Pattern.compile("^  ([a-z0-9-]+):$", Pattern.MULTILINE).matcher(head);
        Set<String> unused = new TreeSet<>();
        while (names.find()) {
            if (!text.contains("what: " + names.group(1) + "}")) {
                unused.add(names.group(1));
            }
        }
        assertEquals(Set.of(), unused);
    }

    @ParameterizedTest
    @CsvSource({"Get-Mailbox, 1000, ResultSize=Unlimited", "Get-EXOMailbox, 1000, ResultSize=Unlimited",
            "Get-Recipient, 1000, ResultSize=Unlimited", "Get-DistributionGroupMember, 1000, ResultSize=Unlimited",
            "Get-MgUser, 100, All", "Get-MgBetaUser, 100, All", "Get-MgGroupMember, 100, All",
            "Get-MsolUser, 500, All", "Get-MsolGroup, 250, All", "Get-AzureADUser, 100, All=true",
            "Get-SPOSite, 200, Limit=All", "Get-PublicFolder, 10000, ResultSize=Unlimited",
            "Get-MgUserMessage, 10, All"})
    void aListingIsCutWhereTheDocumentationSaysSo(String name, int cap, String unlimited) {
        assertEquals(OptionalInt.of(cap), listing(name).cap());
        assertEquals(Optional.of(unlimited), listing(name).unlimited().map(Condition::describe));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Get-ADUser", "Search-ADAccount", "Get-PnPTenantSite", "Get-CsOnlineUser"})
    void otherListingsAreNotCut(String name) {
        assertEquals(OptionalInt.empty(), listing(name).cap());
    }

    @Test
    void aListingTellsWhatSelectsAndWhatOnlyChoosesAType() {
        Listing mailboxes = listing("Get-Mailbox");
        assertTrue(mailboxes.narrowing().containsAll(List.of("identity", "Filter", "Anr")));
        assertTrue(mailboxes.types().containsAll(List.of("RecipientTypeDetails", "Archive", "SoftDeletedMailbox")));
        assertFalse(mailboxes.narrowing().contains("RecipientTypeDetails"));
        assertTrue(mailboxes.widening().contains("identity"));
        assertTrue(listing("Search-ADAccount").narrowing().contains("AccountInactive"));
        assertTrue(listing("Search-ADAccount").types().contains("UsersOnly"));
        assertFalse(listing("Get-ADUser").narrowing().contains("Server"), "it names a domain controller");
        assertTrue(mailboxes.types().contains("Database"), "all of a database is no choice");
    }

    @Test
    void whatWasNotLoadedIsKnown() {
        assertTrue(listing("Get-MgUser").isLoaded("displayname"));
        assertFalse(listing("Get-MgUser").isLoaded("AccountEnabled"));
        assertEquals(Optional.of("Property"), listing("Get-MgUser").loads());
        assertFalse(listing("Get-ADUser").isLoaded("LastLogonDate"));
        assertTrue(listing("Get-ADUser").isLoaded("Enabled"));
        assertFalse(listing("Get-EXOMailbox").isLoaded("LitigationHoldEnabled"));
        assertTrue(listing("Get-Mailbox").isLoaded("LitigationHoldEnabled"));
    }

    @Test
    void removeMailboxTakesTheAccountToo() {
        Cmdlet remove = cmdlet("Remove-Mailbox");
        CmdletEffect effect = remove.effects(NOTHING).getFirst();
        assertEquals(Optional.of(Facet.IDENTITY), effect.facet());
        assertEquals("soft-deleted", effect.becomes());
        assertEquals(Harm.CRITICAL, effect.harm());
        assertFalse(effect.irreversible());
        assertTrue(effect.what().in(Locale.JAPANESE).contains("アカウント"));
        assertTrue(remove.asks() && remove.previews() && remove.complete());
        assertEquals(List.of("Identity"), remove.positional());
        assertTrue(remove.hidesPrompt().contains("force"));
        assertTrue(remove.has(Mark.Kind.IDENTITY_DESTROYED, NOTHING));
        assertFalse(remove.has(Mark.Kind.PERMANENT, NOTHING));
        Given permanently = given("PermanentlyDelete", "true");
        assertTrue(remove.has(Mark.Kind.PERMANENT, permanently) && remove.has(Mark.Kind.PURGES, permanently));
        assertFalse(remove.has(Mark.Kind.PURGES, given("PermanentlyDelete", "false")));
        assertFalse(cmdlet("Disable-Mailbox").has(Mark.Kind.IDENTITY_DESTROYED, NOTHING));
    }

    @Test
    void disableMailboxWithArchiveLeavesTheMailbox() {
        Cmdlet disable = cmdlet("Disable-Mailbox");
        assertEquals(List.of(Facet.MAILBOX), facets(disable, NOTHING));
        assertEquals(List.of(Facet.ARCHIVE), facets(disable, given("Archive", "true")));
    }

    private static List<Facet> facets(Cmdlet cmdlet, Given given) {
        return cmdlet.effects(given).stream().flatMap(effect -> effect.facet().stream()).toList();
    }

    @ParameterizedTest
    @CsvSource({"Set-Mailbox, LitigationHoldEnabled, false", "Set-Mailbox, RemoveDelayHoldApplied, true",
            "Set-Mailbox, ExcludeFromAllOrgHolds, true", "Set-Mailbox, RetainDeletedItemsFor, 0",
            "Set-RetentionCompliancePolicy, Enabled, false", "Set-ComplianceCase, Close, true",
            "Set-CaseHoldPolicy, RemoveExchangeLocation, 'a@sgu.example'"})
    void aHoldIsLiftedByAParameter(String name, String parameter, String value) {
        assertFalse(cmdlet(name).has(Mark.Kind.HOLD_LIFTED, NOTHING));
        assertTrue(cmdlet(name).has(Mark.Kind.HOLD_LIFTED, given(parameter, value)));
        assertTrue(cmdlet(name).isDestructive(given(parameter, value)));
    }

    @ParameterizedTest
    @CsvSource({"Remove-MgUser, IDENTITY_DESTROYED", "Remove-MgBetaUser, IDENTITY_DESTROYED",
            "Remove-EntraUser, IDENTITY_DESTROYED", "Remove-EntraBetaUser, IDENTITY_DESTROYED",
            "Remove-AzureADUser, IDENTITY_DESTROYED", "Remove-MsolUser, IDENTITY_DESTROYED",
            "Remove-ADUser, IDENTITY_DESTROYED", "Remove-PnPAzureADUser, IDENTITY_DESTROYED",
            "Remove-MgDirectoryDeletedItem, PURGES", "Remove-AzureADMSDeletedDirectoryObject, PURGES",
            "Remove-SPODeletedSite, PURGES", "Remove-PnPTenantDeletedSite, PERMANENT",
            "Clear-PnPRecycleBinItem, PERMANENT", "Clear-MgDeviceManagementManagedDevice, DEVICE_WIPE",
            "Clear-MobileDevice, DEVICE_WIPE", "Invoke-MgRetireDeviceManagementManagedDevice, DEVICE_WIPE",
            "Remove-RetentionCompliancePolicy, HOLD_LIFTED", "Remove-CaseHoldPolicy, HOLD_LIFTED",
            "Send-MailMessage, SENDS_MAIL", "Send-MgUserMail, SENDS_MAIL", "Remove-CalendarEvents, SENDS_MAIL",
            "Invoke-Expression, CODE_FROM_TEXT", "Remove-Team, OBJECT_REMOVED", "Remove-MgGroup, OBJECT_REMOVED",
            "Remove-MgUserMessage, CONTENT_DESTROYED", "Remove-MailboxPermission, ACCESS_REVOKED",
            "Remove-MgUserAppRoleAssignment, ACCESS_REVOKED", "Remove-AcceptedDomain, TENANT_WIDE"})
    void aCmdletHasItsMark(String name, Mark.Kind kind) {
        assertTrue(cmdlet(name).has(kind, NOTHING), name);
    }

    @ParameterizedTest
    @CsvSource({"Remove-MsolUser, RemoveFromRecycleBin, true, PURGES", "Search-Mailbox, DeleteContent, true, PERMANENT",
            "New-ComplianceSearchAction, PurgeType, harddelete, PERMANENT",
            "Remove-PnPTenantSite, SkipRecycleBin, true, PERMANENT",
            "Remove-ADOrganizationalUnit, Recursive, true, IDENTITY_DESTROYED",
            "Remove-Item, Path, 'AD:\\OU=A,DC=sgu,DC=example', IDENTITY_DESTROYED"})
    void aParameterGivesTheMark(String name, String parameter, String value, Mark.Kind kind) {
        assertFalse(cmdlet(name).has(kind, NOTHING), name);
        assertTrue(cmdlet(name).has(kind, given(parameter, value)), name);
    }

    @ParameterizedTest
    @CsvSource({"Clear-MobileDevice, Cancel, DEVICE_WIPE", "Clear-MobileDevice, AccountOnly, DEVICE_WIPE",
            "Remove-CalendarEvents, PreviewOnly, SENDS_MAIL", "Remove-PnPList, Recycle, PERMANENT"})
    void aParameterTakesTheMark(String name, String parameter, Mark.Kind kind) {
        assertTrue(cmdlet(name).has(kind, NOTHING), name);
        assertFalse(cmdlet(name).has(kind, given(parameter, "true")), name);
    }

    @Test
    void anAddedLicenceTakesNothing() {
        Cmdlet licence = cmdlet("Set-MgUserLicense");
        assertFalse(licence.isDestructive(given("AddLicenses", "@{SkuId = $sku}", "RemoveLicenses", "@()")));
        assertTrue(licence.isDestructive(given("AddLicenses", "@()", "RemoveLicenses", "@($sku)")));
        assertTrue(licence.isDestructive(given("AddLicenses", "@{SkuId = $sku; DisabledPlans = $plans}",
                "RemoveLicenses", "@()")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Remove-Item", "Remove-Variable", "Remove-Module", "Remove-PSSession", "Remove-PSDrive",
            "Clear-Host", "Clear-Content", "Clear-Variable", "Stop-Process", "Stop-Transcript", "Remove-Job",
            "Stop-Job", "Unregister-Event", "Remove-TypeData", "Uninstall-Module", "Disable-PSBreakpoint",
            "Disconnect-ExchangeOnline", "Disconnect-MgGraph", "Write-Host", "Export-Csv", "Get-Content",
            "Connect-MgGraph", "Remove-LocalUser", "Unregister-ScheduledTask", "Remove-PnPStoredCredential",
            "Remove-SmbMapping", "Clear-RecycleBin", "Clear-EventLog", "Revoke-SmbShareAccess"})
    void whatStaysOnTheMachineIsHarmless(String name) {
        assertFalse(cmdlet(name).isDestructive(NOTHING), name);
    }

    @Test
    void aRequestIsWhatItsMethodSays() {
        Cmdlet request = cmdlet("Invoke-MgGraphRequest");
        assertEquals(Action.RUN, request.action());
        assertFalse(request.isDestructive(given("Method", "GET", "Uri", "/v1.0/users")));
        assertTrue(request.isDestructive(given("Method", "delete", "Uri", "/v1.0/users/1")));
        assertTrue(request.isDestructive(new Given(Map.of("Method", Optional.empty()), false)));
        assertFalse(cmdlet("Invoke-RestMethod").isDestructive(given("Uri", "https://sgu.example", "Method", "Post")));
    }

    @Test
    void whoAsksIsKnown() {
        assertEquals(List.of("Remove-ADUser", "Remove-Mailbox", "Remove-MsolUser", "Remove-PnPList", "Remove-SPOSite"),
                List.of("Remove-ADUser", "Remove-Mailbox", "Remove-MgUser", "Remove-AzureADUser", "Remove-MsolUser",
                        "Remove-PnPList", "Remove-SPOSite", "Remove-Team", "Set-Mailbox", "Disable-ADAccount")
                        .stream().filter(name -> cmdlet(name).asks()).toList());
        assertTrue(cmdlet("Remove-MgUser").previews());
        assertFalse(cmdlet("Remove-AzureADUser").previews());
        assertFalse(cmdlet("Remove-MsolUser").previews());
    }
}
