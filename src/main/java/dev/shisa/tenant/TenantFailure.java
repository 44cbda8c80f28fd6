package dev.shisa.tenant;

import dev.shisa.text.Text;

/**
 * A read that gave no answer. Reads are safe to give up, so this is an exception; what a write led to is always a value, a
 * {@link WriteOutcome}.
 */
public final class TenantFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why there is no answer. */
    public enum Reason {
        /** No connection, no answer in time, or only faults of the service within the budget of retries. */
        UNREACHABLE,
        /** The sign-in was refused, or the service does not take the token. */
        SIGN_IN_REFUSED,
        /** The application lacks the right. */
        DENIED,
        /** The service understood the request and refuses it, for example a filter it does not support. */
        BAD_REQUEST,
        /** The answer cannot be read, or contradicts itself. */
        MALFORMED
    }

    private final Reason reason;
    private final transient Text sentence;

    /**
     * @param reason the kind of failure
     * @param sentence what was asked, what came back; no secret in it
     */
    public TenantFailure(Reason reason, Text sentence) {
        super(sentence.toString());
        this.reason = reason;
        this.sentence = sentence;
    }

    /** The kind of failure. */
    public Reason reason() {
        return reason;
    }

    /** The sentence for people. */
    public Text sentence() {
        return sentence;
    }
}
