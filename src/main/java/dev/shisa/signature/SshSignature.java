package dev.shisa.signature;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A detached signature as {@code ssh-keygen -Y sign} writes it (OpenSSH's PROTOCOL.sshsig, version 1), read to the last byte.
 * Stricter than OpenSSH: base64 has one form only, and what the format reserves must be empty.
 */
public sealed interface SshSignature {
    /** The longest text that is looked at, in characters. */
    int LONGEST = 64 * 1024;

    /**
     * Not such a signature.
     *
     * @param reason a full sentence
     */
    record Malformed(String reason) implements SshSignature {
    }

    /** A well-formed signature; that says nothing yet about whether it is genuine. */
    final class Parsed implements SshSignature {
        private static final byte[] MAGIC = "SSHSIG".getBytes(StandardCharsets.US_ASCII);
        private static final int VERSION = 1;

        private final SshPublicKey key;
        private final String namespace;
        private final String hash;
        private final Proof proof;

        private Parsed(SshPublicKey key, String namespace, String hash, Proof proof) {
            this.key = key;
            this.namespace = namespace;
            this.hash = hash;
            this.proof = proof;
        }

        /** The key that claims to have signed. */
        public SshPublicKey key() {
            return key;
        }

        /** What it was signed for; never empty. */
        public String namespace() {
            return namespace;
        }

        /** The hash of the message, {@code sha256} or {@code sha512}. */
        public String hash() {
            return hash;
        }

        /** Whether the key that it names made it over those bytes. Says nothing about whether that key may sign. */
        public boolean fits(byte[] message) {
            byte[] hashed = hash.equals("sha256") ? Sha.sha256(message) : Sha.sha512(message);
            return proof.fits(new WireWriter().raw(MAGIC).string(namespace).string("").string(hash).string(hashed)
                    .bytes());
        }

        /** Whether somebody was there when it was made; of a key that is not in a security key nobody can tell, so it is. */
        public boolean isAttended() {
            return proof.isAttended();
        }

        private static Parsed read(byte[] bytes) throws MalformedException {
            WireReader wire = new WireReader(bytes);
            if (!Arrays.equals(wire.take(MAGIC.length, "first word"), MAGIC)) {
                throw new MalformedException("it does not begin with SSHSIG");
            }
            long version = wire.number("version");
            if (version != VERSION) {
                throw new MalformedException("its version is " + version + " instead of " + VERSION);
            }
            SshPublicKey key = KeyReader.read(wire.string("public key"));
            String namespace = wire.text("namespace");
            if (namespace.isEmpty()) {
                throw new MalformedException("its namespace is empty");
            }
            if (wire.string("reserved field").length != 0) {
                throw new MalformedException("its reserved field is not empty");
            }
            String hash = wire.text("hash algorithm");
            if (!hash.equals("sha256") && !hash.equals("sha512")) {
                throw new MalformedException("its hash is '" + hash + "' and not sha256 or sha512");
            }
            Proof proof = Proof.read(key, wire.string("signature"));
            wire.end("last field");
            return new Parsed(key, namespace, hash, proof);
        }
    }

    /** Reads the armored text. Lines may end as on Windows; the line feed after the last line may be missing. */
    static SshSignature parse(String armored) {
        try {
            return Parsed.read(Armor.open(armored));
        } catch (MalformedException e) {
            return new Malformed("The signature cannot be read: " + e.clause() + ".");
        }
    }
}
