package dev.shisa.keepsake;

import java.util.List;
import java.util.Optional;

/**
 * How a mailbox is set up, in the words of the service.
 *
 * @param forwardingAddress the recipient of the organisation to whom its mail is forwarded
 * @param forwardingSmtpAddress the address to which its mail is forwarded
 * @param deliverAndForward whether forwarded mail is kept as well
 * @param sendOnBehalf who may send on its behalf, as the service names them
 * @param hidden whether address lists leave it out
 * @param quotas how much it may hold
 */
public record MailboxSettings(Optional<String> forwardingAddress, Optional<String> forwardingSmtpAddress,
        boolean deliverAndForward, List<String> sendOnBehalf, boolean hidden, Quotas quotas) {
    public MailboxSettings {
        sendOnBehalf = sendOnBehalf.stream().sorted().toList();
    }

    /**
     * Quotas as the service writes them, for example {@code 99 GB (106,300,440,576 bytes)} or {@code Unlimited}.
     *
     * @param warning from here on the owner is warned
     * @param send from here on nothing can be sent
     * @param sendReceive from here on nothing can be sent or received
     */
    public record Quotas(String warning, String send, String sendReceive) {
    }
}
