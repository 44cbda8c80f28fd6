package dev.shisa.tenant;

import dev.shisa.account.FacetValue.Archive;
import dev.shisa.account.FacetValue.Holds;
import dev.shisa.account.FacetValue.Mailbox;
import dev.shisa.account.FacetValue.Visibility;
import dev.shisa.account.Traits;
import java.time.Instant;
import java.util.Set;

/**
 * One mailbox as its service shows it.
 *
 * @param mailbox where it stands, always with its GUID in lower case
 * @param archive whether it has an archive
 * @param visibility whether address lists show it
 * @param holds every hold that keeps its content
 * @param conditions what else makes it unfit for changes
 * @param readAt when it was read, by the service's clock
 */
public record MailboxLook(Mailbox mailbox, Archive archive, Visibility visibility, Holds holds,
        Set<Traits.Condition> conditions, Instant readAt) {
    public MailboxLook {
        conditions = Set.copyOf(conditions);
    }
}
