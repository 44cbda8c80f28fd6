package dev.shisa.exchange;

import dev.shisa.tenant.TenantFailure;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Who is part of a migration that has not come to its end.
 *
 * @param mailboxes their mailbox GUIDs, in lower case
 * @param addresses the addresses that they go by, in lower case
 */
record Migrations(Set<String> mailboxes, Set<String> addresses) {
    private static final Set<String> OVER = Set.of("Completed", "CompletedWithWarnings");

    /** Asks the service. */
    static Migrations read(ExchangeWire wire) throws TenantFailure {
        Set<String> mailboxes = new HashSet<>();
        Set<String> addresses = new HashSet<>();
        wire.all(Cmdlet.migrations(), (node, page) -> {
            Row row = new Row(node, page);
            if (!OVER.contains(row.text("Status"))) {
                addresses.add(row.text("Identity").toLowerCase(Locale.ROOT));
                mailboxes.add(row.textOrEmpty("MailboxGuid").toLowerCase(Locale.ROOT));
            }
        });
        return new Migrations(Set.copyOf(mailboxes), Set.copyOf(addresses));
    }

    /** Whether the mailbox of that GUID, or one of its addresses, is among them. */
    boolean concern(String guid, Collection<String> proxyAddresses) {
        return mailboxes.contains(guid) || (!addresses.isEmpty() && proxyAddresses.stream()
                .map(address -> address.toLowerCase(Locale.ROOT)).filter(address -> address.startsWith("smtp:"))
                .anyMatch(address -> addresses.contains(address.substring("smtp:".length()))));
    }
}
