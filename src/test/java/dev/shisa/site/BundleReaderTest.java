package dev.shisa.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.yaml.Mistake;
import dev.shisa.tenant.Quota;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A site bundle is understood whole or refused whole, every mistake with its place. */
class BundleReaderTest {
    private static final String ID = "11111111-2222-4333-8444-555555555555";
    @TempDir
    private Path folder;

    private Bundle read(String text) throws IOException {
        Files.writeString(folder.resolve("site.yaml"), text);
        return BundleReader.read(folder);
    }

    private static String entry(String members) {
        return "format_version: \"1.0\"\ntenants:\n  - {tenant_id: " + ID + ", " + members + "}\n";
    }

    private Site site(String members) throws IOException {
        return assertInstanceOf(Bundle.Intact.class, read(entry(members))).site(ID).orElseThrow();
    }

    @Test
    void everythingThatCanBePinnedIs() throws Exception {
        Site site = site(
                """
                        kind: production, store: /var/lib/shisa, rehearsal: ["rehearsal-*@contoso.example"],
                        sentinels: ["sentinel-*", "watch@contoso.example"], break_glass: ["glass@contoso.example"],
                        contacts: ["help desk"], limits: {exposure: 100, exposure_percent: 1, concurrency: 3, writes_per_second: 7,
                        quota: {writes: 300, seconds: 15}},
                        waits: {within: PT20M, reread: PT10S, audit: PT5M},
                        probes: [{name: sign-in, command: [/bin/try, "{account}"], on: untouched, timeout: PT20S}]
                        """
                        .replace("\n", " ").replace("\"sentinel-*\"", "\"sentinel-*@contoso.example\""));
        assertEquals(new Site(TenantKind.PRODUCTION, folder.resolve("site.yaml").toString(),
                Optional.of(Path.of("/var/lib/shisa")), List.of("help desk"),
                new Listing(List.of("rehearsal-*@contoso.example")),
                new Listing(List.of("sentinel-*@contoso.example", "watch@contoso.example")),
                new Listing(List.of("glass@contoso.example")),
                List.of(new Probe("sign-in", List.of("/bin/try", "{account}"), Probe.Subject.UNTOUCHED,
                        Duration.ofSeconds(20))),
                new Waits(Duration.ofMinutes(20), Duration.ofSeconds(10), Duration.ofMinutes(5)), 100, 1, 3, 7,
                Optional.of(new Quota(300, Duration.ofSeconds(15))),
                new Governance(Optional.of(folder.resolve("site.yaml")), Optional.empty(), Optional.empty(),
                        Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), Set.of(), List.of(),
                        Limits.standard(),
                        Calendar.empty())),
                site);
    }

    @Test
    void whatIsLeftOutIsAsForATenantThatNobodyNames() throws Exception {
        Site site = site("kind: test");
        Site unnamed = Site.unnamed();
        assertEquals(TenantKind.TEST, site.kind());
        assertEquals(Listing.nobody(), site.rehearsal());
        assertEquals(Listing.nobody(), site.sentinels());
        assertEquals(Listing.nobody(), site.breakGlass());
        assertEquals(unnamed.waits(), site.waits());
        assertEquals(unnamed.exposureAbsolute(), site.exposureAbsolute());
        assertEquals(unnamed.writesPerSecond(), site.writesPerSecond());
        assertEquals(Optional.of(Quota.WRITES), site.quota());
        assertEquals(Optional.empty(), Site.sandbox().quota());
        assertEquals(Optional.empty(), site.store());
        assertEquals(500, site("kind: test, limits: {exposure_percent: 1}").exposureAbsolute());
    }

    @Test
    void theSandboxKeepsWhatIsBuiltInForIt() throws Exception {
        Bundle bundle = read("format_version: \"1.0\"\ntenants: [{tenant_id: " + Site.SANDBOX_TENANT
                + ", kind: sandbox, limits: {exposure: 3}}]");
        Site site = assertInstanceOf(Bundle.Intact.class, bundle).site(Site.SANDBOX_TENANT).orElseThrow();
        assertEquals(Site.sandbox().rehearsal(), site.rehearsal());
        assertEquals(Site.sandbox().waits(), site.waits());
        assertEquals(3, site.exposureAbsolute());
        assertEquals(0, site.writesPerSecond());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"kind: prod|3:*: 'prod' is not one of sandbox, test, production",
            "kind: sandbox|3:*: no other tenant than the sandbox's own is a sandbox",
            "kind: production, knid: test|3:*: there is no key 'knid' here",
            "store: /tmp|3:*: 'kind' is missing",
            "kind: test, store: here|3:*: the path has to be absolute, else it would depend on who asks",
            "kind: test, rehearsal: [\"*@contoso.example\"]|3:*: '*@contoso.example' is not a sign-in name such as *",
            "kind: test, rehearsal: [\"Rehearsal@contoso.example\"]|3:*: 'Rehearsal@contoso.example' is not a sign-in name such as *",
            "kind: test, rehearsal: rehearsal@contoso.example|3:*: this must be a list",
            "kind: test, limits: {exposure: 0}|3:*",
            "kind: test, limits: {exposure: many}|3:*: this must be a number of accounts from 1 to 100000",
            "kind: test, limits: {exposure: 1.5}|3:*",
            "kind: test, limits: {writes_per_second: 0}|3:*",
            "kind: test, limits: {quota: {writes: 5}}|3:*", "kind: test, limits: {quota: {writes: 0, seconds: 1}}|3:*",
            "kind: test, waits: {within: PT1M, reread: PT2M, audit: PT1M}|3:*: the distance of two looks is longer than the whole wait",
            "kind: test, waits: {within: soon, reread: PT2S, audit: PT1M}|3:*: 'soon' is not a time such as PT20S or PT60M",
            "kind: test, waits: {within: PT25H, reread: PT2S, audit: PT1M}|3:*: a time here is more than nothing and at most PT24H, not PT25H",
            "kind: test, probes: [{name: a, command: [x], on: both, timeout: PT1S}]|3:*: 'both' is not one of touched, untouched",
            "kind: test, probes: [{name: a, command: x, on: touched, timeout: PT1S}]|3:*: this must be a list",
            "kind: test, probes: [{name: a, command: [], on: touched, timeout: PT1S}]|3:*: at least 1 must stand here",
            "kind: test, probes: [{name: a, command: [x], on: touched, timeout: PT0S}]|3:*: a time here is more than nothing and at most PT10M, not PT0S",
            "kind: test, probes: [{name: a, command: [x], on: touched, timeout: PT11M}]|3:*: a time here is more than nothing and at most PT10M, not PT11M",
            "kind: test, probes: [{command: [x], on: touched, timeout: PT1S}]|3:*: 'name' is missing",
            "kind: test, probes: [{name: a, command: [x], on: touched, timeout: PT1S}, {name: a, command: [x], on: touched, timeout: PT1S}]|3:*: the probe a stands here twice"})
    void aMistakeRefusesTheWholeBundle(String members, String told) throws Exception {
        Mistake mistake = assertInstanceOf(Bundle.Mistakes.class, read(entry(members))).mistakes().getFirst();
        String line = mistake.line() + ":" + mistake.column() + ": " + mistake.sentence();
        String pattern = told.contains("*") ? told : told + "*";
        assertTrue(matches(pattern.replaceFirst("3:\\*", "3:*"), line), line);
    }

    /** As a listing of names matches, but over any text. */
    private static boolean matches(String pattern, String text) {
        int from = 0;
        for (String part : List.of(pattern.split("\\*", -1))) {
            int found = text.indexOf(part, from);
            if (found < 0) {
                return false;
            }
            from = found + part.length();
        }
        return true;
    }

    @Test
    void allMistakesAreToldAtOnce() throws Exception {
        Bundle bundle = read("format_version: \"1.0\"\ntenants:\n  - {tenant_id: x, kind: prod}\n  - {kind: test}\n");
        assertEquals(List.of(3, 3, 4), assertInstanceOf(Bundle.Mistakes.class, bundle).mistakes().stream()
                .map(Mistake::line).toList());
    }

    @Test
    void aTenantStandsThereOnce() throws Exception {
        Bundle bundle = read("format_version: \"1.0\"\ntenants:\n  - {tenant_id: " + ID
                + ", kind: test}\n  - {tenant_id: " + ID + ", kind: production}\n");
        Mistake mistake = assertInstanceOf(Bundle.Mistakes.class, bundle).mistakes().getFirst();
        assertEquals("the tenant " + ID + " stands here twice", mistake.sentence());
        assertEquals(4, mistake.line());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"''", "[]", "tenants: []", "format_version: \"2.0\"", "'{'",
            "format_version: 1"})
    void whatIsNoBundleIsRefused(String text) throws Exception {
        assertInstanceOf(Bundle.Mistakes.class, read(text));
    }

    @Test
    void aFileThatIsMissingIsNoEmptyFile() {
        assertInstanceOf(Bundle.Mistakes.class, BundleReader.read(folder.resolve("nowhere")));
    }
}
