package dev.shisa.sandbox.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has arranged for a mailbox.
 *
 * @param forwardTo         object id of the recipient in the tenant to whom mail is forwarded, or null
 * @param forwardToAddress  the address to which mail is forwarded, without a prefix, or null
 * @param deliverAndForward whether forwarded mail is also kept
 * @param quota             another quota than the one that comes with the licence, or null
 * @param delegates         who else may use it
 */
public record MailboxProperties(@Nullable String forwardTo, @Nullable String forwardToAddress,
        boolean deliverAndForward, @Nullable Quota quota, List<Delegate> delegates) {

    /** Nothing was arranged. */
    public static final MailboxProperties NONE = new MailboxProperties(null, null, false, null, List.of());

    /** What a delegate may do. */
    public enum Right {
        FULL_ACCESS("full-access"),
        SEND_AS("send-as"),
        SEND_ON_BEHALF("send-on-behalf");

        private final String label;

        Right(String label) {
            this.label = label;
        }

        /** The name in the change log. */
        public String label() {
            return label;
        }

        /** The right of that label. */
        public static Right labelled(String label) {
            for (Right right : values()) {
                if (right.label.equals(label)) {
                    return right;
                }
            }
            throw new IllegalArgumentException("unknown right " + label);
        }
    }

    /** Somebody else with a right on a mailbox, by object id. */
    public record Delegate(String user, Right right) {
    }

    /** Sizes in bytes at which a mailbox's owner is warned, cannot send, and can neither send nor receive. */
    public record Quota(long warning, long send, long sendReceive) {

        private static final long GIGABYTE = 1L << 30;

        /** A whole number of gigabytes, with the service's usual 98 and 99 % of it. */
        public static Quota ofGigabytes(int size) {
            return new Quota(size * GIGABYTE * 98 / 100, size * GIGABYTE * 99 / 100, size * GIGABYTE);
        }
    }

    public MailboxProperties {
        delegates = List.copyOf(delegates);
    }

    /** Object ids of those who have a right. */
    public List<String> holders(Right right) {
        return delegates.stream().filter(delegate -> delegate.right() == right).map(Delegate::user).toList();
    }
}
