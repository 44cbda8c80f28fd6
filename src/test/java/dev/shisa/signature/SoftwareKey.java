package dev.shisa.signature;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A key of the JDK that signs as OpenSSH and its security keys do, written without the product's code. Every field of a signature can be
 * set to something else.
 */
public final class SoftwareKey {
    private static final String ED25519 = "ssh-ed25519";
    private static final String ECDSA = "ecdsa-sha2-nistp256";
    private static final String SK_ED25519 = "sk-ssh-ed25519@openssh.com";
    private static final String SK_ECDSA = "sk-ecdsa-sha2-nistp256@openssh.com";

    final String type;
    private final KeyPair pair;
    private final Optional<String> application;

    private SoftwareKey(String type, KeyPair pair, Optional<String> application) {
        this.type = type;
        this.pair = pair;
        this.application = application;
    }

    /** A new key on Curve25519. */
    public static SoftwareKey ed25519() {
        return new SoftwareKey(ED25519, pair("Ed25519"), Optional.empty());
    }

    /** A new key on P-256. */
    public static SoftwareKey ecdsa() {
        return new SoftwareKey(ECDSA, pair("EC"), Optional.empty());
    }

    /** A new key as a security key has it. */
    public static SoftwareKey securityEd25519(String application) {
        return new SoftwareKey(SK_ED25519, pair("Ed25519"), Optional.of(application));
    }

    /** A new key as a security key has it. */
    public static SoftwareKey securityEcdsa(String application) {
        return new SoftwareKey(SK_ECDSA, pair("EC"), Optional.of(application));
    }

    private static KeyPair pair(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same private key, made for another application. */
    SoftwareKey forApplication(String other) {
        return new SoftwareKey(type, pair, Optional.of(other));
    }

    byte[] blob() {
        ByteArrayOutputStream blob = new ByteArrayOutputStream();
        blob.writeBytes(string(type));
        if (type.contains("ecdsa")) {
            blob.writeBytes(string("nistp256"));
            ECPublicKey key = (ECPublicKey) pair.getPublic();
            byte[] point = new byte[65];
            point[0] = 4;
            put(key.getW().getAffineX(), point, 33);
            put(key.getW().getAffineY(), point, 65);
            blob.writeBytes(string(point));
        } else {
            byte[] encoded = pair.getPublic().getEncoded();
            blob.writeBytes(string(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)));
        }
        application.ifPresent(name -> blob.writeBytes(string(name)));
        return blob.toByteArray();
    }

    private static void put(BigInteger number, byte[] target, int end) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        System.arraycopy(bytes, from, target, end - bytes.length + from, bytes.length - from);
    }

    /** Type and key, as in a {@code .pub} file. */
    public String line() {
        return type + " " + base64();
    }

    String base64() {
        return Base64.getEncoder().encodeToString(blob());
    }

    /** Signs as it should be. */
    public String sign(byte[] message, String namespace) {
        return draft(message, namespace).armored();
    }

    Draft draft(byte[] message, String namespace) {
        return new Draft(this, message, namespace);
    }

    /** A signature whose every field can be changed: those that are signed before it is, the others afterwards. */
    static final class Draft {
        private final SoftwareKey key;
        private final byte[] message;
        private final String namespace;
        String magic = "SSHSIG";
        int version = 1;
        String reserved = "";
        String hash = "sha512";
        byte flags = 1;
        int counter = 7;
        Optional<Byte> flagsShown = Optional.empty();
        Optional<Integer> counterShown = Optional.empty();
        Optional<byte[]> keyShown = Optional.empty();
        Optional<String> algorithmShown = Optional.empty();
        byte[] afterEnd = {};
        byte[] afterSignature = {};

        Draft(SoftwareKey key, byte[] message, String namespace) {
            this.key = key;
            this.message = message.clone();
            this.namespace = namespace;
        }

        String armored() {
            try {
                return armor(bytes());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        byte[] bytes() throws GeneralSecurityException {
            byte[] hashed = MessageDigest.getInstance(hash.equals("sha256") ? "SHA-256" : "SHA-512").digest(message);
            byte[] signed = join("SSHSIG".getBytes(StandardCharsets.US_ASCII), string(namespace), string(reserved),
                    string(hash), string(hashed));
            return join(magic.getBytes(StandardCharsets.US_ASCII), number(version), string(keyShown.orElse(key.blob())),
                    string(namespace), string(reserved), string(hash), string(join(signature(signed), afterSignature)),
                    afterEnd);
        }

        private byte[] signature(byte[] signed) throws GeneralSecurityException {
            String name = algorithmShown.orElse(key.type);
            if (key.application.isEmpty()) {
                return join(string(name), string(key.raw(signed)));
            }
            byte[] inDevice = join(sha256(key.application.get().getBytes(StandardCharsets.UTF_8)), new byte[]{flags},
                    number(counter), sha256(signed));
            return join(string(name), string(key.raw(inDevice)), new byte[]{flagsShown.orElse(flags)},
                    number(counterShown.orElse(counter)));
        }
    }

    private byte[] raw(byte[] signed) throws GeneralSecurityException {
        boolean isEcdsa = type.contains("ecdsa");
        Signature signature = Signature.getInstance(isEcdsa ? "SHA256withECDSAinP1363Format" : "Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(signed);
        byte[] value = signature.sign();
        return isEcdsa
                ? join(string(new BigInteger(1, Arrays.copyOf(value, 32)).toByteArray()),
                        string(new BigInteger(1, Arrays.copyOfRange(value, 32, 64)).toByteArray()))
                : value;
    }

    static String armor(byte[] bytes) {
        return "-----BEGIN SSH SIGNATURE-----\n"
                + Base64.getMimeEncoder(70, new byte[]{'\n'}).encodeToString(bytes)
                + "\n-----END SSH SIGNATURE-----\n";
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    static byte[] string(String text) {
        return string(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] string(byte[] content) {
        return join(number(content.length), content);
    }

    static byte[] number(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
