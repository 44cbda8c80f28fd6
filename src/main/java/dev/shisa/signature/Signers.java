package dev.shisa.signature;

import java.time.Instant;

/**
 * Whose signatures count.
 *
 * @param allowed who may sign what, and since and until when
 * @param revoked keys that count no more, whatever else is said of them
 */
public record Signers(AllowedSigners allowed, RevokedKeys revoked) {

    /** Whether a signature is genuine and counts at that time; see {@link SignatureCheck#check}. */
    public SignatureCheck.Result check(byte[] message, String armored, String namespace, Instant at) {
        return SignatureCheck.check(message, armored, namespace, allowed, revoked, at);
    }
}
