package dev.shisa.tenant;

import dev.shisa.account.AccountId;
import dev.shisa.keepsake.MailboxKeepsake;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;

/**
 * What the service behind the mailboxes tells of them. The directory knows that there is a mailbox; only this service knows what it is like.
 * Implementations are safe for use by several threads; every wait and every number of retries is bounded, and nothing is a guess.
 */
public interface MailboxService extends AutoCloseable {

    /**
     * Whether this application may ask here at all. The answer does not change while the program runs.
     *
     * @throws TenantFailure when nobody could say
     */
    boolean mayRead() throws TenantFailure;

    /**
     * Those of the accounts whose mailbox is in use. An account that is not in the map has none in use: the service says so, for that account or
     * by a list that is proved complete.
     */
    Map<AccountId, MailboxLook> inUse(Collection<AccountId> ids) throws TenantFailure;

    /** Those of the accounts whose mailbox is out of use and still kept, on the same terms. */
    Map<AccountId, MailboxLook> kept(Collection<AccountId> ids) throws TenantFailure;

    /**
     * How the mailbox in use of one account is set up, and who else may use it. A cmdlet that this application has no right to is a part that is not
     * readable; the service saying that there is no such mailbox is a failure, because somebody just saw it.
     */
    MailboxKeepsake keepsake(AccountId id) throws TenantFailure;

    /** See {@link TenantReader#tenantTraits}. */
    SortedMap<String, String> tenantTraits() throws TenantFailure;

    @Override
    void close();
}
