package dev.shisa.signature;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** Reads public keys; every byte has to be accounted for. */
final class KeyReader {
    static final String ED25519 = "ssh-ed25519";
    static final String ECDSA = "ecdsa-sha2-";
    static final String RSA = "ssh-rsa";
    static final String SECURITY_KEY_ED25519 = "sk-ssh-ed25519@openssh.com";
    static final String SECURITY_KEY_ECDSA = "sk-ecdsa-sha2-nistp256@openssh.com";

    private static final int ED25519_BYTES = 32;
    private static final int FEWEST_RSA_BITS = 2048;
    private static final int MOST_RSA_BITS = 16_384;
    private static final int MOST_EXPONENT_BITS = 64;
    /** What X.509 puts before the 32 bytes of a key on Curve25519 (RFC 8410). */
    private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private KeyReader() {
    }

    /** The key of a line, whose first word must be the type that the key names itself. */
    static SshPublicKey read(String type, String base64) throws MalformedException {
        SshPublicKey key = read(StrictBase64.decode(base64, "its text"));
        if (!key.type().equals(type)) {
            throw new MalformedException("it is announced as '" + type + "' and names itself '" + key.type() + "'");
        }
        return key;
    }

    static SshPublicKey read(byte[] blob) throws MalformedException {
        WireReader wire = new WireReader(blob);
        String type = wire.text("key type");
        String base64 = Base64.getEncoder().encodeToString(blob);
        SshPublicKey key = switch (type) {
            case ED25519 -> new SshPublicKey.Ed25519(base64, ed25519(wire));
            case RSA -> rsa(base64, wire);
            case SECURITY_KEY_ED25519 -> {
                PublicKey point = ed25519(wire);
                yield new SshPublicKey.SecurityKeyEd25519(base64, wire.text("application"), point);
            }
            case SECURITY_KEY_ECDSA -> {
                PublicKey point = ecdsa(NistCurve.P256, wire);
                yield new SshPublicKey.SecurityKeyEcdsa(base64, wire.text("application"), point);
            }
            default -> {
                NistCurve curve = curve(type);
                yield new SshPublicKey.Ecdsa(base64, curve, ecdsa(curve, wire));
            }
        };
        wire.end("key");
        return key;
    }

    private static NistCurve curve(String type) throws MalformedException {
        if (type.equals("ssh-dss")) {
            throw new MalformedException("a DSA key is too weak to decide anything");
        }
        if (type.contains("-cert-v01@")) {
            throw new MalformedException("a certificate does not say who signs; list the key itself");
        }
        return NistCurve.parse(type.startsWith(ECDSA) ? type.substring(ECDSA.length()) : "")
                .orElseThrow(() -> new MalformedException("the key type '" + type + "' is not known here"));
    }

    private static PublicKey ed25519(WireReader wire) throws MalformedException {
        byte[] point = wire.string("public key");
        if (point.length != ED25519_BYTES) {
            throw new MalformedException("its public key has " + point.length + " bytes instead of " + ED25519_BYTES);
        }
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(new WireWriter().raw(ED25519_PREFIX).raw(point).bytes()));
        } catch (GeneralSecurityException e) {
            throw new MalformedException("its public key is refused: " + e.getMessage(), e);
        }
    }

    private static PublicKey ecdsa(NistCurve curve, WireReader wire) throws MalformedException {
        String named = wire.text("curve");
        if (!named.equals(curve.label())) {
            throw new MalformedException("its type stands for " + curve.label() + " and its curve is '" + named + "'");
        }
        return curve.key(wire.string("public key"));
    }

    private static SshPublicKey rsa(String base64, WireReader wire) throws MalformedException {
        BigInteger exponent = wire.positive("exponent");
        BigInteger modulus = wire.positive("modulus");
        int bits = modulus.bitLength();
        if (bits < FEWEST_RSA_BITS || bits > MOST_RSA_BITS) {
            throw new MalformedException(
                    "an RSA key of " + bits + " bits is outside " + FEWEST_RSA_BITS + " to " + MOST_RSA_BITS);
        }
        if (!exponent.testBit(0) || !modulus.testBit(0) || exponent.equals(BigInteger.ONE)
                || exponent.bitLength() > MOST_EXPONENT_BITS) {
            throw new MalformedException("its exponent or modulus is none of RSA");
        }
        try {
            return new SshPublicKey.Rsa(base64, bits,
                    KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent)));
        } catch (GeneralSecurityException e) {
            throw new MalformedException("its numbers are refused: " + e.getMessage(), e);
        }
    }
}
