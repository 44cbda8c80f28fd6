package dev.shisa.signature;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes that every Java platform has. */
final class Sha {
    private Sha() {
    }

    static byte[] sha256(byte[] bytes) {
        return of("SHA-256", bytes);
    }

    static byte[] sha512(byte[] bytes) {
        return of("SHA-512", bytes);
    }

    private static byte[] of(String name, byte[] bytes) {
        try {
            return MessageDigest.getInstance(name).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + name, e);
        }
    }
}
