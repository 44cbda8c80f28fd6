package dev.shisa.signature;

import static dev.shisa.signature.Checks.MESSAGE;
import static dev.shisa.signature.Checks.NAMESPACE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A signature and a key are read to the last byte, or not at all. */
class SshSignatureTest {
    private static final SoftwareKey KEY = SoftwareKey.ed25519();
    private static final SoftwareKey DEVICE = SoftwareKey.securityEcdsa("ssh:");

    @TempDir
    private Path folder;

    private static void malformed(String armored, String clause) {
        String reason = assertInstanceOf(SshSignature.Malformed.class, SshSignature.parse(armored), armored).reason();
        assertTrue(reason.contains(clause), () -> "expected '" + clause + "' in: " + reason);
    }

    private static String with(SoftwareKey key, Consumer<SoftwareKey.Draft> change) {
        SoftwareKey.Draft draft = key.draft(MESSAGE, NAMESPACE);
        change.accept(draft);
        return draft.armored();
    }

    @Test
    void saysWhatItIs() {
        SshSignature.Parsed parsed = assertInstanceOf(SshSignature.Parsed.class,
                SshSignature.parse(KEY.sign(MESSAGE, NAMESPACE)));
        assertEquals(NAMESPACE, parsed.namespace());
        assertEquals("sha512", parsed.hash());
        assertEquals(KEY.line(), parsed.key().type() + " " + parsed.key().base64());
        assertTrue(parsed.fits(MESSAGE));
    }

    @Test
    void everyFieldIsHeldToTheFormat() {
        malformed(with(KEY, draft -> draft.magic = "SSHSIQ"), "it does not begin with SSHSIG");
        malformed(with(KEY, draft -> draft.version = 2), "its version is 2 instead of 1");
        malformed(with(KEY, draft -> draft.reserved = "x"), "its reserved field is not empty");
        malformed(with(KEY, draft -> draft.hash = "sha1"), "its hash is 'sha1'");
        malformed(with(KEY, draft -> draft.afterEnd = new byte[3]), "3 bytes stand after the end of its last field");
        malformed(with(KEY, draft -> draft.afterSignature = new byte[5]), "5 bytes stand after the end of its sig");
        malformed(with(DEVICE, draft -> draft.afterSignature = new byte[1]), "1 bytes stand after the end of its sig");
        malformed(with(KEY, draft -> draft.algorithmShown = Optional.of("ssh-rsa")),
                "a key of type ssh-ed25519 does not sign with 'ssh-rsa'");
        malformed(with(DEVICE, draft -> draft.algorithmShown = Optional.of("webauthn-" + draft.hash)),
                "does not sign with 'webauthn-sha512'");
        malformed(with(KEY, draft -> draft.keyShown = Optional.of(SoftwareKey.string("ssh-xmss@openssh.com"))),
                "the key type 'ssh-xmss@openssh.com' is not known");
        malformed(KEY.draft(MESSAGE, "").armored(), "its namespace is empty");
        malformed(KEY.draft(MESSAGE, "a\nb").armored(), "its namespace has a control character");
    }

    @Test
    void numbersAreInTheirShortestForm() throws Exception {
        byte[] blob = SoftwareKey.ecdsa().blob();
        byte[] head = SoftwareKey.join("SSHSIG".getBytes(StandardCharsets.US_ASCII), SoftwareKey.number(1),
                SoftwareKey.string(blob), SoftwareKey.string(NAMESPACE), SoftwareKey.string(""),
                SoftwareKey.string("sha512"));
        byte[] one = SoftwareKey.string(new byte[]{1});
        for (byte[] number : new byte[][]{{}, {0}, {0, 1}, {-1}}) {
            byte[] signature = SoftwareKey.join(SoftwareKey.string("ecdsa-sha2-nistp256"),
                    SoftwareKey.string(SoftwareKey.join(one, SoftwareKey.string(number))));
            malformed(SoftwareKey.armor(SoftwareKey.join(head, SoftwareKey.string(signature))),
                    "its second number is not a number above 0 in its shortest form");
        }
        byte[] large = new byte[34];
        large[0] = 1;
        byte[] outside = SoftwareKey.join(SoftwareKey.string("ecdsa-sha2-nistp256"),
                SoftwareKey.string(SoftwareKey.join(one, SoftwareKey.string(large))));
        malformed(SoftwareKey.armor(SoftwareKey.join(head, SoftwareKey.string(outside))), "outside the curve's order");
    }

    @Test
    void theArmorHasOneForm() {
        String armored = KEY.sign(MESSAGE, NAMESPACE);
        assertInstanceOf(SshSignature.Parsed.class, SshSignature.parse(armored.replace("\n", "\r\n")));
        assertInstanceOf(SshSignature.Parsed.class, SshSignature.parse(armored.stripTrailing()));
        malformed("", "it does not begin with the line");
        malformed(" " + armored, "it does not begin with the line");
        malformed(armored + armored, "is not base64");
        malformed(armored + "x", "it does not end with the line");
        malformed("-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n", "it does not end with the line");
        malformed("-----BEGIN SSH SIGNATURE-----\n\n-----END SSH SIGNATURE-----\n", "is not base64");
        malformed(armored.replace("U1NI", "U1 NI"), "is not base64");
        malformed(armored.replace("SSH SIGNATURE", "PGP SIGNATURE"), "it does not begin with the line");
        malformed("-----BEGIN SSH SIGNATURE-----\nQUI\n-----END SSH SIGNATURE-----\n", "is not base64");
        malformed("-----BEGIN SSH SIGNATURE-----\nQUJ=\n-----END SSH SIGNATURE-----\n", "is not base64");
        malformed(armored + "\n".repeat(SshSignature.LONGEST), "it is longer than 65536 characters");
    }

    @Test
    void aLengthBeyondTheEndIsNotFollowed() {
        byte[] huge = SoftwareKey.join("SSHSIG".getBytes(StandardCharsets.US_ASCII), SoftwareKey.number(1),
                SoftwareKey.number(-1));
        malformed(SoftwareKey.armor(huge), "it ends within its public key");
        malformed(SoftwareKey.armor(SoftwareKey.join(huge, new byte[40])), "it ends within its public key");
    }

    private static String refused(String type, byte[] blob) {
        return assertInstanceOf(SshPublicKey.Reading.Refused.class,
                SshPublicKey.read(type, Base64.getEncoder().encodeToString(blob))).reason();
    }

    @ParameterizedTest
    @CsvSource({"rsa, 1024, an RSA key of 1024 bits is outside 2048 to 16384", "rsa, 2047, outside 2048"})
    void shortRsaKeysAreRefused(String type, int bits, String clause) throws Exception {
        String[] words = SshKeygen.publicKey(new SshKeygen(folder).generate(type, bits)).split(" ", -1);
        assertTrue(refused(words[0], Base64.getDecoder().decode(words[1])).contains(clause));
    }

    @Test
    void certificatesAreRefused() throws Exception {
        SshKeygen keygen = new SshKeygen(folder);
        Path authority = keygen.generate("ed25519", 256);
        Path key = keygen.generate("ed25519", 256);
        keygen.succeed(new byte[0], "-q", "-s", authority.toString(), "-I", "anne", "-n", "anne", key + ".pub");
        String[] words = Files.readString(Path.of(key + "-cert.pub")).split(" ", -1);
        assertTrue(refused(words[0], Base64.getDecoder().decode(words[1])).contains("a certificate does not say"));
    }

    @Test
    void keysAreHeldToTheFormat() {
        byte[] blob = DEVICE.blob();
        assertInstanceOf(SshPublicKey.Reading.Understood.class,
                SshPublicKey.read(DEVICE.type, Base64.getEncoder().encodeToString(blob)));
        assertTrue(refused(KEY.type, blob).contains("it is announced as 'ssh-ed25519' and names itself 'sk-ecdsa"));
        assertTrue(refused(DEVICE.type, Arrays.copyOf(blob, blob.length + 1)).contains("1 bytes stand after"));
        assertTrue(refused(DEVICE.type, Arrays.copyOf(blob, blob.length - 1)).contains("ends within its application"));
        byte[] point = SoftwareKey.ecdsa().blob();
        point[point.length - 1] ^= 1;
        assertTrue(refused("ecdsa-sha2-nistp256", point).contains("does not lie on nistp256"));
        assertTrue(refused("ecdsa-sha2-nistp384", SoftwareKey.join(SoftwareKey.string("ecdsa-sha2-nistp384"),
                SoftwareKey.string("nistp256"), SoftwareKey.string(new byte[65]))).contains("its curve is 'nistp256'"));
        assertTrue(refused("ecdsa-sha2-nistp256", SoftwareKey.join(SoftwareKey.string("ecdsa-sha2-nistp256"),
                SoftwareKey.string("nistp256"), SoftwareKey.string(new byte[33]))).contains("uncompressed"));
        assertTrue(refused("ssh-ed25519", SoftwareKey.join(SoftwareKey.string("ssh-ed25519"),
                SoftwareKey.string(new byte[31]))).contains("31 bytes instead of 32"));
        assertTrue(refused("ssh-dss", SoftwareKey.string("ssh-dss")).contains("DSA"));
        byte[] odd = new byte[257];
        odd[1] = -1;
        odd[256] = 1;
        for (byte[] exponent : new byte[][]{{1}, {2}, {1, 0, 0, 0, 0, 0, 0, 0, 1}}) {
            assertTrue(refused("ssh-rsa", SoftwareKey.join(SoftwareKey.string("ssh-rsa"),
                    SoftwareKey.string(exponent), SoftwareKey.string(odd))).contains("none of RSA"));
        }
    }
}
