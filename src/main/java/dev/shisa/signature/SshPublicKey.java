package dev.shisa.signature;

import java.security.PublicKey;
import java.util.Base64;

/**
 * A public key of OpenSSH that may sign here. Two keys are the same when their {@link #base64()} is; the rest follows from it.
 */
public sealed interface SshPublicKey {

    /** The name of the type as it stands in a key file, such as {@code ssh-ed25519}. */
    String type();

    /** The key as it stands in a key file, in base64. */
    String base64();

    /** The key as the JDK uses it. */
    PublicKey key();

    /** What names the key to people, as {@code ssh-keygen -l} prints it: {@code SHA256:} and 43 characters. */
    default String fingerprint() {
        return fingerprint(Base64.getDecoder().decode(base64()));
    }

    /** The fingerprint of a key in its binary form. */
    static String fingerprint(byte[] blob) {
        return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(Sha.sha256(blob));
    }

    /** A key on Curve25519. */
    record Ed25519(String base64, PublicKey key) implements SshPublicKey {
        @Override
        public String type() {
            return KeyReader.ED25519;
        }
    }

    /**
     * A key on a curve of NIST.
     *
     * @param curve the curve, which decides the hash
     */
    record Ecdsa(String base64, NistCurve curve, PublicKey key) implements SshPublicKey {
        @Override
        public String type() {
            return KeyReader.ECDSA + curve.label();
        }
    }

    /**
     * An RSA key.
     *
     * @param bits length of the modulus, 2048 to 16384
     */
    record Rsa(String base64, int bits, PublicKey key) implements SshPublicKey {
        @Override
        public String type() {
            return KeyReader.RSA;
        }
    }

    /**
     * A key on Curve25519 in a security key.
     *
     * @param application what the key was made for, usually {@code ssh:}; part of the key
     */
    record SecurityKeyEd25519(String base64, String application, PublicKey key) implements SshPublicKey {
        @Override
        public String type() {
            return KeyReader.SECURITY_KEY_ED25519;
        }
    }

    /**
     * A key on P-256 in a security key.
     *
     * @param application what the key was made for, usually {@code ssh:}; part of the key
     */
    record SecurityKeyEcdsa(String base64, String application, PublicKey key) implements SshPublicKey {
        @Override
        public String type() {
            return KeyReader.SECURITY_KEY_ECDSA;
        }
    }

    /** What a text was found to be. */
    sealed interface Reading {

        /**
         * A key that may sign here.
         *
         * @param key the key
         */
        record Understood(SshPublicKey key) implements Reading {
        }

        /**
         * Something else.
         *
         * @param reason a full sentence
         */
        record Refused(String reason) implements Reading {
        }
    }

    /** Reads the first two words of a line of a {@code .pub} file. */
    static Reading read(String type, String base64) {
        try {
            return new Reading.Understood(KeyReader.read(type, base64));
        } catch (MalformedException e) {
            return new Reading.Refused("The key cannot be used: " + e.clause() + ".");
        }
    }
}
