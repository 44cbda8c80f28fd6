package dev.shisa.snapshot;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** Tells lines that were changed from those that were written. Used by one thread at a time. */
sealed interface Fingerprint {

    /** Goes on with these bytes. */
    void update(byte[] bytes, int length);

    /** What was gone over so far, in lower-case hexadecimal; from then on it begins anew. */
    String take();

    /** For what is kept: nobody can make other bytes of the same fingerprint. */
    static Fingerprint seal() {
        return new Seal(FolderReading.sha256());
    }

    /** For what lies on the disk only while one process works: it shows what a faulty disk changes, many times as fast. */
    static Fingerprint checksum() {
        return new Checksum(new CRC32C());
    }

    /** SHA-256. */
    record Seal(MessageDigest digest) implements Fingerprint {
        @Override
        public void update(byte[] bytes, int length) {
            digest.update(bytes, 0, length);
        }

        @Override
        public String take() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    /** CRC-32C. */
    record Checksum(CRC32C sum) implements Fingerprint {
        @Override
        public void update(byte[] bytes, int length) {
            sum.update(bytes, 0, length);
        }

        @Override
        public String take() {
            String taken = HexFormat.of().toHexDigits(sum.getValue());
            sum.reset();
            return taken;
        }
    }
}
