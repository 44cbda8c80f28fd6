package dev.shisa.signature;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Decides whether somebody who may sign has signed a message. Everything that is not plainly so is rejected. */
public final class SignatureCheck {
    private SignatureCheck() {
    }

    /** What was found. */
    public sealed interface Result {

        /**
         * The message was signed by somebody who may sign it at that time.
         *
         * @param principals whom the lines that allow it name, at least one; more than one when they share the key
         * @param holders everybody whom any line names as holder of the key, lines that do not allow it now included; whoever wants
         *        two people to differ asks these
         * @param fingerprint the key's, {@code SHA256:…}
         * @param keyType the key's type, such as {@code ssh-ed25519}
         */
        record Genuine(SortedSet<String> principals, SortedSet<String> holders, String fingerprint, String keyType)
                implements
                    Result {
            public Genuine {
                principals = Collections.unmodifiableSortedSet(new TreeSet<>(principals));
                holders = Collections.unmodifiableSortedSet(new TreeSet<>(holders));
            }
        }

        /**
         * It does not count.
         *
         * @param reason full sentences
         */
        record Rejected(String reason) implements Result {
        }
    }

    /**
     * Checks one signature.
     *
     * @param message the signed bytes
     * @param armored the signature in text form
     * @param namespace what it must have been signed for
     * @param signers who may sign
     * @param revoked which keys never count
     * @param at when it must be allowed; ssh-keygen takes the time of the check, too, unless told otherwise
     */
    public static Result check(byte[] message, String armored, String namespace, AllowedSigners signers,
            RevokedKeys revoked, Instant at) {
        return switch (SshSignature.parse(armored)) {
            case SshSignature.Malformed malformed -> new Result.Rejected(malformed.reason());
            case SshSignature.Parsed parsed -> check(message, parsed, namespace, signers, revoked, at);
        };
    }

    private static Result check(byte[] message, SshSignature.Parsed signature, String namespace,
            AllowedSigners signers, RevokedKeys revoked, Instant at) {
        String fingerprint = signature.key().fingerprint();
        if (!signature.namespace().equals(namespace)) {
            return new Result.Rejected("The signature by the key " + fingerprint + " was made for the namespace '"
                    + signature.namespace() + "'; wanted is '" + namespace + "'.");
        }
        if (!signature.fits(message)) {
            return new Result.Rejected("The signature does not fit the text: it was changed after the key "
                    + fingerprint + " signed it, or that key signed something else.");
        }
        if (!signature.isAttended()) {
            return new Result.Rejected("The security key " + fingerprint
                    + " signed without being touched, so nobody need have been there; sign with a key that asks for it.");
        }
        if (revoked.has(signature.key())) {
            return new Result.Rejected("The key " + fingerprint + " is revoked and never counts.");
        }
        return allowed(fingerprint, signature.key(), namespace, signers.lines(signature.key()), at);
    }

    private static Result allowed(String fingerprint, SshPublicKey key, String namespace, List<AllowedSigner> all,
            Instant at) {
        List<AllowedSigner> lines = all.stream().filter(line -> !line.isAuthority()).toList();
        if (lines.isEmpty()) {
            return new Result.Rejected(all.isEmpty()
                    ? "The key " + fingerprint + " is not an allowed signer."
                    : "The key " + fingerprint + " is an allowed signer as a certificate authority only (line "
                            + all.getFirst().line() + "), which does not say who signs; list the signer's own key.");
        }
        for (AllowedSigner line : lines) {
            if (line.isPattern()) {
                return new Result.Rejected("The key " + fingerprint + " stands in line " + line.line()
                        + " with the pattern '" + line.names() + "', which does not say who signs; name the signer.");
            }
        }
        List<AllowedSigner> fit = lines.stream().filter(line -> line.mayUse(namespace) && line.isValid(at)).toList();
        return fit.isEmpty()
                ? new Result.Rejected(lines.stream().map(line -> refusal(fingerprint, line, namespace, at))
                        .collect(Collectors.joining(" ")))
                : new Result.Genuine(names(fit), names(lines), fingerprint, key.type());
    }

    private static String refusal(String fingerprint, AllowedSigner line, String namespace, Instant at) {
        String who = "The key " + fingerprint + " of " + line.names() + " (line " + line.line() + ")";
        return line.mayUse(namespace)
                ? who + " may sign " + line.validity() + "; it is asked about " + at + "."
                : who + " may not sign for the namespace '" + namespace + "'.";
    }

    private static SortedSet<String> names(List<AllowedSigner> lines) {
        TreeSet<String> names = new TreeSet<>();
        lines.forEach(line -> names.addAll(line.principals()));
        return names;
    }
}
