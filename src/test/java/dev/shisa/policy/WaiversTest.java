package dev.shisa.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.diag.RefusedException;
import dev.shisa.signature.AllowedSigners;
import dev.shisa.signature.RevokedKeys;
import dev.shisa.signature.Signers;
import dev.shisa.signature.SshKeygen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A waiver counts when another person signed it, for what it says; everything else stops everything. */
class WaiversTest {
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final PolicySet SHIPPED = ShippedPoliciesTest.shipped();
    private static final String GOOD = """
            format_version: "1.0"
            policy: cap
            tenant_id: 11111111-2222-4333-8444-555555555555
            maximum_count: 2000
            reason: graduation
            requester: alice@contoso.example
            expires: "2026-12-01T00:00:00Z"
            """;
    @TempDir
    private Path folder;
    private SshKeygen keygen;
    private Path key;
    private Path waivers;
    private Signers signers;

    @BeforeEach
    void aSigner() throws Exception {
        keygen = new SshKeygen(Files.createDirectory(folder.resolve("keys")));
        key = keygen.generate("ed25519", 256);
        waivers = Files.createDirectory(folder.resolve("waivers"));
        signers = signers("bob@contoso.example");
    }

    private Signers signers(String principal) throws IOException {
        return new Signers(assertInstanceOf(AllowedSigners.Reading.Intact.class,
                AllowedSigners.read(principal + " " + SshKeygen.publicKey(key) + "\n", ZoneOffset.UTC)).signers(),
                RevokedKeys.none());
    }

    private void write(String name, String text, String namespace) throws Exception {
        Files.writeString(waivers.resolve(name + ".yaml"), text);
        Files.writeString(waivers.resolve(name + ".yaml.sig"),
                keygen.sign(key, namespace, Files.readAllBytes(waivers.resolve(name + ".yaml"))));
    }

    private Waivers read(String... requester) {
        return Waivers.read(List.of(waivers), SHIPPED, signers, Set.of(requester), NOW);
    }

    private String problem(String... requester) {
        List<Waivers.Found> found = read(requester).found();
        assertEquals(1, found.size());
        return String.join("\n", found.getFirst().problems());
    }

    @Test
    void anotherPersonsSignatureMakesItCount() throws Exception {
        write("graduation", GOOD, Waivers.NAMESPACE);
        Waivers found = read("alice");
        assertEquals(List.of(), found.found().getFirst().problems());
        assertEquals(Set.of("bob@contoso.example"), found.found().getFirst().signers());
        Waiver waiver = found.counting().getFirst();
        assertEquals("graduation: cap is waived for at most 2000 accounts until 2026-12-01T00:00:00Z: graduation",
                waiver.line());
        assertEquals(64, waiver.digest().length());
    }

    @ParameterizedTest
    @CsvSource({"bob", "BOB", "bob@contoso.example", "CONTOSO\\Bob"})
    void whoUsesItHasNotSignedIt(String requester) throws Exception {
        write("own", GOOD, Waivers.NAMESPACE);
        assertTrue(problem(requester.toLowerCase(java.util.Locale.ROOT))
                .contains("It is signed by bob@contoso.example, who asks for it or uses it"));
        assertEquals(List.of(), read(requester.toLowerCase(java.util.Locale.ROOT)).counting());
    }

    @Test
    void whoAsksForItHasNotSignedIt() throws Exception {
        write("own", GOOD.replace("alice@", "Bob@"), Waivers.NAMESPACE);
        assertTrue(problem("carol").contains("another person has to sign"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "policy: cap | policy: caps | There is no policy caps.",
            "policy: cap | policy: own-account | The policy own-account cannot be waived.",
            "policy: cap | polici: cap | there is no key 'polici' here",
            "maximum_count: 2000 | maximum_count: 0 | minimum",
            "reason: graduation | reason: \"\" | is not a text that says something",
            "2026-12-01T00:00:00Z | 2026-11-24T01:00:00Z | It expired at 2026-11-24T01:00:00Z",
            "2026-12-01T00:00:00Z | 2026-12-01 | this is no moment",
            "tenant_id: 11111111 | tenant_id: 1111111 | is not a tenant id"})
    void aMistakeStopsEverything(String good, String bad, String told) throws Exception {
        assertTrue(GOOD.contains(good));
        write("w", GOOD.replace(good, bad), Waivers.NAMESPACE);
        assertTrue(problem("alice").contains(told), () -> problem("alice"));
        assertEquals(List.of(), read("alice").counting());
    }

    @Test
    void anEditedOneIsNotSigned() throws Exception {
        write("w", GOOD, Waivers.NAMESPACE);
        Files.writeString(waivers.resolve("w.yaml"), GOOD.replace("2000", "7331"));
        assertTrue(problem("alice").contains("does not fit"), () -> problem("alice"));
    }

    @Test
    void aSignatureForSomethingElseDoesNotCount() throws Exception {
        write("w", GOOD, "approval@shisa.dev");
        assertTrue(problem("alice").contains("waiver@shisa.dev"), () -> problem("alice"));
    }

    @Test
    void withoutASignatureItStopsEverything() throws Exception {
        write("w", GOOD, Waivers.NAMESPACE);
        Files.delete(waivers.resolve("w.yaml.sig"));
        assertTrue(problem("alice").contains("There is no signature w.yaml.sig beside it."));
    }

    @Test
    void twoOfOneNameStopEverything() throws Exception {
        write("w", GOOD, Waivers.NAMESPACE);
        Waivers twice = Waivers.read(List.of(waivers, waivers), SHIPPED, signers, Set.of("alice"), NOW);
        assertEquals(List.of(List.of(), List.of("Another waiver is called w, too.")),
                twice.found().stream().map(Waivers.Found::problems).toList());
    }

    @Test
    void aFolderThatHoldsSomethingElseStopsEverything() throws Exception {
        Files.writeString(waivers.resolve("graduation.yml"), GOOD);
        assertTrue(problem("alice").contains("is neither NAME.yaml nor its signature"));
        Files.delete(waivers.resolve("graduation.yml"));
        Files.writeString(waivers.resolve("README.md"), "what lies here");
        assertEquals(List.of(), read("alice").found());
        assertTrue(
                Waivers.read(List.of(folder.resolve("gone")), SHIPPED, signers, Set.of("alice"), NOW).found().getFirst()
                        .problems().getFirst().startsWith("The waivers cannot be read: "));
    }

    @Test
    void aReviewCountsUntilItsDay() throws Exception {
        String entry = "a".repeat(64);
        write("mailbox-remove", "format_version: \"1.0\"\ncommand: mailbox remove\nentry: " + entry
                + "\nby: bob\nexpires: \"2027-06-30\"\n", Reviews.NAMESPACE);
        Reviews reviews = Reviews.read(waivers, signers, NOW);
        assertEquals(Optional.of(Instant.parse("2027-06-30T00:00:00Z")), reviews.expires(entry));
        assertEquals(Optional.empty(), reviews.expires("b".repeat(64)));
    }

    @ParameterizedTest
    @CsvSource({"2027-06-30, 2027-6-30", "by: bob, be: bob", "aaaaaaaa, aaaaaaa"})
    void aReviewWithAMistakeIsRefused(String good, String bad) throws Exception {
        String text = "format_version: \"1.0\"\ncommand: mailbox remove\nentry: " + "a".repeat(64)
                + "\nby: bob\nexpires: \"2027-06-30\"\n";
        write("r", text.replaceFirst(good, bad), Reviews.NAMESPACE);
        assertThrows(RefusedException.class, () -> Reviews.read(waivers, signers, NOW));
    }

    @Test
    void aReviewThatNobodySignedIsRefused() throws Exception {
        write("r", "format_version: \"1.0\"\ncommand: mailbox remove\nentry: " + "a".repeat(64)
                + "\nby: bob\nexpires: \"2027-06-30\"\n", Waivers.NAMESPACE);
        assertThrows(RefusedException.class, () -> Reviews.read(waivers, signers, NOW));
        assertThrows(RefusedException.class, () -> Reviews.read(folder.resolve("gone"), signers, NOW));
    }
}
