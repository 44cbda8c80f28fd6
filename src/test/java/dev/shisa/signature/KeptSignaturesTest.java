package dev.shisa.signature;

import static dev.shisa.signature.Checks.MESSAGE;
import static dev.shisa.signature.Checks.NAMESPACE;
import static dev.shisa.signature.Checks.NOON;
import static dev.shisa.signature.Checks.check;
import static dev.shisa.signature.Checks.genuine;
import static dev.shisa.signature.Checks.rejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.fuzz.Inputs;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures of every type of key that were made once and are kept: they stay genuine, whatever ssh-keygen is installed. */
class KeptSignaturesTest {
    private static final String SIGNERS = kept("allowed_signers");

    private static String kept(String file) {
        return new String(Inputs.valid("signature", file), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"ed25519-256, ssh-ed25519", "rsa-2048, ssh-rsa", "ecdsa-256, ecdsa-sha2-nistp256",
            "ecdsa-384, ecdsa-sha2-nistp384", "ecdsa-521, ecdsa-sha2-nistp521",
            "security-ed25519, sk-ssh-ed25519@openssh.com", "security-ecdsa, sk-ecdsa-sha2-nistp256@openssh.com"})
    void everyTypeOfKeySigns(String file, String type) {
        String armored = kept(file + ".sig");
        SignatureCheck.Result.Genuine genuine = genuine(check(MESSAGE, armored, SIGNERS));
        assertEquals(type, genuine.keyType());
        assertEquals(Set.of(Checks.ANNE), genuine.principals());
        rejected(check(new byte[0], armored, SIGNERS), "does not fit the text");
        AllowedSigners others = Checks.signers(SIGNERS.lines().filter(line -> !line.contains(" " + type + " "))
                .reduce("", (one, other) -> one + other + "\n"));
        rejected(SignatureCheck.check(MESSAGE, armored, NAMESPACE, others, RevokedKeys.none(), NOON),
                "is not an allowed signer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256", "sha512"})
    void bothHashesOfTheMessageAreKnown(String hash) {
        SoftwareKey key = SoftwareKey.ecdsa();
        SoftwareKey.Draft draft = key.draft(MESSAGE, NAMESPACE);
        draft.hash = hash;
        assertEquals(hash,
                assertInstanceOf(SshSignature.Parsed.class, SshSignature.parse(draft.armored())).hash());
        genuine(check(MESSAGE, draft.armored(), "anne " + key.line()));
        rejected(check(new byte[0], draft.armored(), "anne " + key.line()), "does not fit the text");
    }

    @Test
    void anRsaKeySignsWithAHashThatProvesSomething() throws Exception {
        String armored = kept("rsa-2048.sig");
        rejected(check(MESSAGE, Relabel.algorithm(armored, "rsa-sha2-512", "ssh-rsa"), SIGNERS), "SHA-1");
        rejected(check(MESSAGE, Relabel.algorithm(armored, "rsa-sha2-512", "rsa-sha2-256"), SIGNERS),
                "does not fit the text");
        rejected(check(MESSAGE, Relabel.algorithm(armored, "rsa-sha2-512", "rsa-sha2-384"), SIGNERS),
                "an RSA key does not sign with 'rsa-sha2-384'");
    }

    @ParameterizedTest
    @CsvSource({"2047, false", "2048, true", "2049, true", "16384, true", "16385, false"})
    void anRsaKeyIsNeitherShortNorEndless(int bits, boolean isTaken) {
        byte[] modulus = BigInteger.ONE.shiftLeft(bits - 1).setBit(0).toByteArray();
        assertEquals(isTaken, read(modulus) instanceof SshPublicKey.Reading.Understood);
        if (!isTaken) {
            assertTrue(assertInstanceOf(SshPublicKey.Reading.Refused.class, read(modulus)).reason()
                    .contains("an RSA key of " + bits + " bits is outside 2048 to 16384"));
        }
        assertInstanceOf(SshPublicKey.Reading.Refused.class,
                read(BigInteger.ONE.shiftLeft(bits - 1).toByteArray()), "an even modulus");
    }

    private static SshPublicKey.Reading read(byte[] modulus) {
        byte[] blob = SoftwareKey.join(SoftwareKey.string("ssh-rsa"), SoftwareKey.string(new byte[]{1, 0, 1}),
                SoftwareKey.string(modulus));
        return SshPublicKey.read("ssh-rsa", Base64.getEncoder().encodeToString(blob));
    }
}
