package dev.shisa.signature;

import static dev.shisa.signature.Checks.ANNE;
import static dev.shisa.signature.Checks.MESSAGE;
import static dev.shisa.signature.Checks.NAMESPACE;
import static dev.shisa.signature.Checks.check;
import static dev.shisa.signature.Checks.genuine;
import static dev.shisa.signature.Checks.rejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ssh-keygen signs is genuine here, and what is genuine here ssh-keygen verifies. */
class InteroperabilityTest {
    @TempDir
    private Path folder;
    private SshKeygen keygen = new SshKeygen(Path.of(""));

    @BeforeEach
    void inAFolderOfItsOwn() {
        keygen = new SshKeygen(folder);
    }

    @ParameterizedTest
    @CsvSource({"ed25519, 256", "ecdsa, 256", "ecdsa, 384", "ecdsa, 521", "rsa, 2048", "rsa, 3072"})
    void whatSshKeygenSignsIsGenuineAndNoByteOfItCanBeChanged(String type, int bits) throws Exception {
        Path key = keygen.generate(type, bits);
        String signers = ANNE + " " + SshKeygen.publicKey(key) + " a comment\n";
        String armored = keygen.sign(key, NAMESPACE, MESSAGE);
        SignatureCheck.Result.Genuine genuine = genuine(check(MESSAGE, armored, signers));
        assertEquals(Set.of(ANNE), genuine.principals());
        assertTrue(keygen.succeed(new byte[0], "-l", "-f", key + ".pub").contains(" " + genuine.fingerprint() + " "));
        for (int at = 0; at < MESSAGE.length; at++) {
            byte[] changed = MESSAGE.clone();
            changed[at] ^= 1;
            rejected(check(changed, armored, signers), "does not fit the text");
        }
        byte[] bytes = armored.getBytes(StandardCharsets.ISO_8859_1);
        for (int at = 0; at < bytes.length; at++) {
            for (int mask : new int[]{0x01, 0x04, 0x20}) {
                byte[] changed = bytes.clone();
                changed[at] ^= (byte) mask;
                String text = new String(changed, StandardCharsets.ISO_8859_1);
                assertInstanceOf(SignatureCheck.Result.Rejected.class, check(MESSAGE, text, signers),
                        () -> "changed to\n" + text);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256", "sha512"})
    void bothHashesOfTheMessageAreTaken(String hash) throws Exception {
        SoftwareKey key = SoftwareKey.ed25519();
        SoftwareKey.Draft draft = key.draft(MESSAGE, NAMESPACE);
        draft.hash = hash;
        assertBothTake(key, draft.armored());
    }

    @Test
    void signaturesOfSecurityKeysAreTakenByBoth() throws Exception {
        for (SoftwareKey key : new SoftwareKey[]{SoftwareKey.securityEd25519("ssh:"),
                SoftwareKey.securityEcdsa("ssh:"), SoftwareKey.securityEcdsa("ssh:shisa"), SoftwareKey.ecdsa()}) {
            assertBothTake(key, key.sign(MESSAGE, NAMESPACE));
            SoftwareKey.Draft verified = key.draft(MESSAGE, NAMESPACE);
            verified.flags = 5;
            assertBothTake(key, verified.armored());
        }
    }

    @Test
    void signaturesOfSecurityKeysWithChangedStateAreRefusedByBoth() throws Exception {
        for (SoftwareKey key : new SoftwareKey[]{SoftwareKey.securityEd25519("ssh:"),
                SoftwareKey.securityEcdsa("ssh:")}) {
            SoftwareKey.Draft flags = key.draft(MESSAGE, NAMESPACE);
            flags.flagsShown = Optional.of((byte) 5);
            assertBothRefuse(key, flags.armored(), "does not fit the text");
            SoftwareKey.Draft counter = key.draft(MESSAGE, NAMESPACE);
            counter.counterShown = Optional.of(8);
            assertBothRefuse(key, counter.armored(), "does not fit the text");
            SoftwareKey other = key.forApplication("ssh:other");
            SoftwareKey.Draft application = key.draft(MESSAGE, NAMESPACE);
            application.keyShown = Optional.of(other.blob());
            assertBothRefuse(other, application.armored(), "does not fit the text");
            assertBothRefuse(other, key.sign(MESSAGE, NAMESPACE), "is not an allowed signer");
        }
    }

    /** Stricter than ssh-keygen, which does not ask. */
    @Test
    void aSecurityKeyThatNobodyTouchedDoesNotCount() throws Exception {
        for (SoftwareKey key : new SoftwareKey[]{SoftwareKey.securityEd25519("ssh:"),
                SoftwareKey.securityEcdsa("ssh:")}) {
            SoftwareKey.Draft untouched = key.draft(MESSAGE, NAMESPACE);
            untouched.flags = 4;
            String signers = ANNE + " " + key.line();
            assertTrue(keygen.verifies(signers, ANNE, NAMESPACE, MESSAGE, untouched.armored()));
            rejected(check(MESSAGE, untouched.armored(), signers), "without being touched");
        }
    }

    @Test
    void anOldRsaSignatureIsNotMadeByAnyKeyHere() throws Exception {
        Path key = keygen.generate("rsa", 3072);
        String signers = ANNE + " " + SshKeygen.publicKey(key);
        String armored = keygen.sign(key, NAMESPACE, MESSAGE);
        String relabelled = Relabel.algorithm(armored, "rsa-sha2-512", "ssh-rsa");
        assertFalse(keygen.verifies(signers, ANNE, NAMESPACE, MESSAGE, relabelled));
        rejected(check(MESSAGE, relabelled, signers), "SHA-1");
        rejected(check(MESSAGE, Relabel.algorithm(armored, "rsa-sha2-512", "rsa-sha2-256"), signers),
                "does not fit the text");
    }

    private void assertBothTake(SoftwareKey key, String armored) throws Exception {
        String signers = ANNE + " " + key.line() + "\n";
        assertTrue(keygen.verifies(signers, ANNE, NAMESPACE, MESSAGE, armored), armored);
        genuine(check(MESSAGE, armored, signers));
    }

    private void assertBothRefuse(SoftwareKey key, String armored, String because) throws Exception {
        String signers = ANNE + " " + key.line() + "\n";
        assertFalse(keygen.verifies(signers, ANNE, NAMESPACE, MESSAGE, armored), armored);
        rejected(check(MESSAGE, armored, signers), because);
    }
}
