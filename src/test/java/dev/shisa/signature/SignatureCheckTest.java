package dev.shisa.signature;

import static dev.shisa.signature.Checks.MESSAGE;
import static dev.shisa.signature.Checks.NAMESPACE;
import static dev.shisa.signature.Checks.NOON;
import static dev.shisa.signature.Checks.check;
import static dev.shisa.signature.Checks.genuine;
import static dev.shisa.signature.Checks.rejected;
import static dev.shisa.signature.Checks.signers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.Cases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has signed, and why somebody has not. */
class SignatureCheckTest {
    private static final SoftwareKey KEY = SoftwareKey.ed25519();
    private static final SoftwareKey OTHER = SoftwareKey.ed25519();
    private static final String ARMORED = KEY.sign(MESSAGE, NAMESPACE);

    @TempDir
    private Path folder;

    private static RevokedKeys revoked(String text) {
        return assertInstanceOf(RevokedKeys.Reading.Intact.class, RevokedKeys.read(text)).revoked();
    }

    private static SignatureCheck.Result against(RevokedKeys revoked) {
        return SignatureCheck.check(MESSAGE, ARMORED, NAMESPACE, signers("anne " + KEY.line()), revoked, NOON);
    }

    private static String fingerprint(SoftwareKey key) {
        return SshPublicKey.fingerprint(key.blob());
    }

    @Test
    void aKeyOfTwoPeopleNamesBoth() {
        SignatureCheck.Result.Genuine genuine = genuine(
                check(MESSAGE, ARMORED, "bert " + KEY.line() + "\nanne,a.smith " + KEY.line()));
        assertEquals(Set.of("anne", "a.smith", "bert"), genuine.principals());
        assertEquals(fingerprint(KEY), genuine.fingerprint());
        assertEquals("ssh-ed25519", genuine.keyType());
    }

    @Test
    void whoHeldTheKeyUnderAnEndedLineIsKnownButDoesNotSign() {
        SignatureCheck.Result.Genuine genuine = genuine(check(MESSAGE, ARMORED,
                "bert valid-before=\"20260101Z\" " + KEY.line() + "\nanne " + KEY.line()));
        assertEquals(Set.of("anne"), genuine.principals());
        assertEquals(Set.of("anne", "bert"), genuine.holders());
    }

    @Test
    void theCauseIsNamed() {
        rejected(SignatureCheck.check(MESSAGE, KEY.sign(MESSAGE, "git"), NAMESPACE, signers("anne " + KEY.line()),
                RevokedKeys.none(), NOON), "was made for the namespace 'git'; wanted is 'approval@shisa.dev'");
        rejected(check(MESSAGE, ARMORED, "anne " + OTHER.line()), fingerprint(KEY) + " is not an allowed signer");
        rejected(check("other".getBytes(java.nio.charset.StandardCharsets.UTF_8), ARMORED, "anne " + KEY.line()),
                "does not fit the text");
        rejected(check(MESSAGE, ARMORED, "anne namespaces=\"git\" " + KEY.line()),
                "of anne (line 1) may not sign for the namespace 'approval@shisa.dev'");
        rejected(check(MESSAGE, ARMORED, "anne valid-after=\"20270101Z\" " + KEY.line()),
                "may sign from 2027-01-01T00:00:00Z for ever; it is asked about 2026-11-22T12:00:00Z");
        rejected(check(MESSAGE, ARMORED, "anne valid-before=\"20260101Z\" " + KEY.line()),
                "may sign from ever until 2026-01-01T00:00:00Z");
        rejected(check(MESSAGE, ARMORED, "\nanne cert-authority " + KEY.line()),
                "as a certificate authority only (line 2)");
        rejected(check(MESSAGE, ARMORED, "*@sgu.example " + KEY.line()), "with the pattern '*@sgu.example'");
        rejected(check(MESSAGE, ARMORED, "anne " + KEY.line() + "\nb?rt " + KEY.line()), "stands in line 2 with the");
        rejected(check(MESSAGE, "no signature", "anne " + KEY.line()), "The signature cannot be read");
    }

    @Test
    void whereSeveralLinesDoNotAllowItEachIsNamed() {
        String reason = rejected(check(MESSAGE, ARMORED,
                "anne namespaces=\"git\" " + KEY.line() + "\nanne valid-before=\"20260101Z\" " + KEY.line()),
                "line 1");
        assertTrue(reason.contains("line 2"), reason);
    }

    @Test
    void aRevokedKeyNeverCounts() throws Exception {
        genuine(against(RevokedKeys.none()));
        genuine(against(revoked("# none\n\n" + OTHER.line() + "\n")));
        for (String text : List.of(KEY.line(), KEY.line() + " a comment", fingerprint(KEY),
                "# lost\n" + OTHER.line() + "\r\n" + KEY.line() + "\r\n")) {
            rejected(against(revoked(text)), "The key " + fingerprint(KEY) + " is revoked");
            if (!text.startsWith("SHA256")) {
                Path file = folder.resolve("revoked");
                Files.writeString(file, text.replace("\r\n", "\n") + "\n");
                assertFalse(new SshKeygen(folder).verify("anne " + KEY.line(), "anne", NAMESPACE, MESSAGE, ARMORED,
                        SshKeygen.NOON, "-r", file.toString()).exit() == 0, text);
            }
        }
    }

    @Test
    void aSecurityKeyThatNobodyTouchedDoesNotSign() {
        for (SoftwareKey key : List.of(SoftwareKey.securityEd25519("ssh:"), SoftwareKey.securityEcdsa("ssh:"))) {
            SoftwareKey.Draft touched = key.draft(MESSAGE, NAMESPACE);
            touched.flags = 5;
            genuine(check(MESSAGE, touched.armored(), "anne " + key.line()));
            SoftwareKey.Draft untouched = key.draft(MESSAGE, NAMESPACE);
            untouched.flags = 4;
            rejected(check(MESSAGE, untouched.armored(), "anne " + key.line()), "signed without being touched");
        }
    }

    @Test
    void everyMalformedLineIsNamedAndALongFileIsNotRead() {
        assertEquals(List.of("Line 1", "Line 3"), assertInstanceOf(RevokedKeys.Reading.Malformed.class,
                RevokedKeys.read("anne\n" + KEY.line() + "\nbert")).mistakes().stream()
                .map(mistake -> mistake.substring(0, 6)).toList());
        String longest = "#".repeat(1024 * 1024);
        genuine(against(revoked(longest)));
        assertTrue(assertInstanceOf(RevokedKeys.Reading.Malformed.class, RevokedKeys.read(longest + "#")).mistakes()
                .getFirst().contains("more than 1048576 characters"));
    }

    @Test
    void weakKeysCanBeRevokedThoughTheyCannotSign() throws Exception {
        Path key = new SshKeygen(folder).generate("rsa", 1024);
        assertInstanceOf(RevokedKeys.Reading.Intact.class, RevokedKeys.read(Files.readString(Path.of(key + ".pub"))));
    }

    @Test
    void whatIsNoListOfRevokedKeysSaysNothing() throws Exception {
        Path keys = folder.resolve("keys");
        Files.writeString(keys, KEY.line() + "\n");
        Path list = folder.resolve("krl");
        new SshKeygen(folder).succeed(new byte[0], "-q", "-k", "-f", list.toString(), keys.toString());
        for (String text : List.of(
                new String(Files.readAllBytes(list), java.nio.charset.StandardCharsets.ISO_8859_1), "anne",
                fingerprint(KEY) + " anne", fingerprint(KEY).substring(0, 40), "SHA256:" + "A".repeat(42) + "B",
                "MD5:00", "anne " + KEY.line(), KEY.line().replace("ssh-ed25519", "ssh-rsa"),
                "ssh-ed25519 AAAA!")) {
            RevokedKeys.Reading.Malformed malformed = assertInstanceOf(RevokedKeys.Reading.Malformed.class,
                    RevokedKeys.read(text), text);
            assertTrue(malformed.mistakes().getFirst().endsWith("."), malformed.mistakes().getFirst());
        }
        assertTrue(assertInstanceOf(RevokedKeys.Reading.Malformed.class, RevokedKeys.read("SSHKRL\n\0"))
                .mistakes().getFirst().contains("binary revocation list"));
    }

    /** Changed anywhere, cut anywhere, or made of nothing: it never throws and is never genuine. */
    @Test
    void whatNobodySignedIsNeverGenuine() {
        AllowedSigners anne = signers("anne " + KEY.line());
        Cases.check(random -> {
            StringBuilder text = new StringBuilder(random.nextInt(20) == 0 ? "" : ARMORED);
            for (int change = 1 + random.nextInt(3); change > 0; change--) {
                int at = random.nextInt(text.length() + 1);
                if (random.nextBoolean() && at < text.length()) {
                    text.deleteCharAt(at);
                } else {
                    text.insert(at,
                            (char) (random.nextInt(8) == 0 ? random.nextInt(0x10000) : 32 + random.nextInt(95)));
                }
            }
            String changed = text.toString();
            if (!Armored.isSame(changed, ARMORED)) {
                assertInstanceOf(SignatureCheck.Result.Rejected.class, SignatureCheck.check(MESSAGE, changed,
                        NAMESPACE, anne, RevokedKeys.none(), NOON), changed);
            }
        });
    }

    /** The same with the bytes below the armor, where lengths and types are. */
    @Test
    void changedBytesAreNeverGenuine() throws Exception {
        List<SoftwareKey> keys = List.of(KEY, SoftwareKey.ecdsa(), SoftwareKey.securityEcdsa("ssh:"),
                SoftwareKey.securityEd25519("ssh:"));
        for (SoftwareKey key : keys) {
            byte[] whole = key.draft(MESSAGE, NAMESPACE).bytes();
            AllowedSigners anne = signers("anne " + key.line());
            Cases.check(Cases.MANY / 4, random -> {
                byte[] bytes = random.nextInt(10) == 0
                        ? java.util.Arrays.copyOf(whole, random.nextInt(whole.length))
                        : whole.clone();
                for (int change = bytes.length == 0 || bytes.length < whole.length
                        ? 0
                        : 1 + random.nextInt(3); change > 0; change--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                if (!java.util.Arrays.equals(bytes, whole)) {
                    assertInstanceOf(SignatureCheck.Result.Rejected.class,
                            SignatureCheck.check(MESSAGE, SoftwareKey.armor(bytes), NAMESPACE, anne,
                                    RevokedKeys.none(), NOON));
                }
            });
        }
    }

    /** Line feeds within the base64 say nothing, nor do those at the very end. */
    private static final class Armored {
        static boolean isSame(String one, String other) {
            return one.replaceAll("\\R", "").equals(other.replaceAll("\\R", ""));
        }
    }
}
