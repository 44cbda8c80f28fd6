package dev.shisa.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;

/** The innermost part of a signature: what only the holder of the private key can make. */
final class Proof {
    private static final int USER_PRESENT = 1;
    private static final int ED25519_BYTES = 64;
    private static final String ED25519 = "Ed25519";

    private final SshPublicKey key;
    private final String algorithm;
    private final byte[] value;
    /** The flags and the counter of a security key, as they stand in what it signs; nothing for other keys. */
    private final byte[] state;

    private Proof(SshPublicKey key, String algorithm, byte[] value, byte[] state) {
        this.key = key;
        this.algorithm = algorithm;
        this.value = value;
        this.state = state;
    }

    static Proof read(SshPublicKey key, byte[] bytes) throws MalformedException {
        WireReader wire = new WireReader(bytes);
        String name = wire.text("signature algorithm");
        byte[] value = wire.string("signature");
        byte[] state = {};
        if (isInSecurityKey(key)) {
            state = wire.take(1 + Integer.BYTES, "flags and counter");
        }
        wire.end("signature");
        return switch (key) {
            case SshPublicKey.Rsa rsa -> new Proof(key, rsa(name), ofLength(value, (rsa.bits() + 7) / 8), state);
            case SshPublicKey.Ed25519 plain -> new Proof(plain, sameType(name, key, ED25519),
                    ofLength(value, ED25519_BYTES), state);
            case SshPublicKey.SecurityKeyEd25519 plain -> new Proof(plain, sameType(name, key, ED25519),
                    ofLength(value, ED25519_BYTES), state);
            case SshPublicKey.Ecdsa ecdsa -> ecdsa(name, key, ecdsa.curve(), value, state);
            case SshPublicKey.SecurityKeyEcdsa _ -> ecdsa(name, key, NistCurve.P256, value, state);
        };
    }

    private static boolean isInSecurityKey(SshPublicKey key) {
        return key instanceof SshPublicKey.SecurityKeyEd25519 || key instanceof SshPublicKey.SecurityKeyEcdsa;
    }

    private static Proof ecdsa(String name, SshPublicKey key, NistCurve curve, byte[] value, byte[] state)
            throws MalformedException {
        WireReader numbers = new WireReader(value);
        byte[] both = curve.signature(numbers.positive("first number"), numbers.positive("second number"));
        numbers.end("signature");
        return new Proof(key, sameType(name, key, curve.algorithm()), both, state);
    }

    private static String rsa(String name) throws MalformedException {
        return switch (name) {
            case "rsa-sha2-256" -> "SHA256withRSA";
            case "rsa-sha2-512" -> "SHA512withRSA";
            case "ssh-rsa" -> throw new MalformedException("it is made with SHA-1, which proves nothing any more");
            default -> throw new MalformedException("an RSA key does not sign with '" + name + "'");
        };
    }

    private static String sameType(String name, SshPublicKey key, String algorithm) throws MalformedException {
        if (!name.equals(key.type())) {
            throw new MalformedException("a key of type " + key.type() + " does not sign with '" + name + "'");
        }
        return algorithm;
    }

    private static byte[] ofLength(byte[] value, int length) throws MalformedException {
        if (value.length != length) {
            throw new MalformedException("its signature has " + value.length + " bytes instead of " + length);
        }
        return value;
    }

    /** Whether somebody was there when it was made: a security key says whether it was touched, of other keys nobody can tell. */
    boolean isAttended() {
        return state.length == 0 || (state[0] & USER_PRESENT) != 0;
    }

    /** Whether it was made over those bytes. */
    boolean fits(byte[] signed) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initVerify(key.key());
            signature.update(switch (key) {
                case SshPublicKey.SecurityKeyEd25519 inDevice -> inDevice(inDevice.application(), signed);
                case SshPublicKey.SecurityKeyEcdsa inDevice -> inDevice(inDevice.application(), signed);
                default -> signed;
            });
            return signature.verify(value);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private byte[] inDevice(String application, byte[] signed) {
        return new WireWriter().raw(Sha.sha256(application.getBytes(StandardCharsets.UTF_8))).raw(state)
                .raw(Sha.sha256(signed)).bytes();
    }
}
