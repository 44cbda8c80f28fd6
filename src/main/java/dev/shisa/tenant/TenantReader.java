package dev.shisa.tenant;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.Observation;
import dev.shisa.keepsake.Counterparts;
import dev.shisa.keepsake.Keepsake;
import dev.shisa.keepsake.Link;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * Everything shisa asks of a tenant without changing it. Implementations are safe for use by several threads. Every method may wait
 * for the network; every wait and every number of retries is bounded. Nothing an implementation returns is a guess: what was not seen is
 * {@link dev.shisa.account.Reading.Unseen}.
 */
public interface TenantReader {

    /** Which organisation answers, asked afresh. */
    TenantIdentity identify() throws TenantFailure;

    /** Through whose eyes this reader looks. */
    Viewpoint viewpoint() throws TenantFailure;

    /** The facets this reader can see at all; the others are {@code Unseen} on every account. */
    Set<Facet> visibleFacets();

    /**
     * What of the whole tenant decides how commands behave in it, by name; a trait that this reader cannot see is {@code unread}, which is a
     * value of its own. Always the same names.
     */
    SortedMap<String, String> tenantTraits() throws TenantFailure;

    /** The number of active accounts, guests included, as the service counts them. */
    long countActive() throws TenantFailure;

    /** The number of accounts in the recycle bin, as the service counts them. */
    long countDeleted() throws TenantFailure;

    /** A cursor for {@link #drain}: from now on. */
    String deltaCursor() throws TenantFailure;

    /** What changed since the cursor was taken. */
    Drain drain(String cursor) throws TenantFailure;

    /** Delivers every active account once, with the facets a listing carries but {@link Facet#ROLES}, in the order of the service. */
    ListingReport listActive(Consumer<Observation> sink) throws TenantFailure;

    /**
     * The same, but several parts of the listing may be read at a time, so in no order at all, one account after the other though not always by
     * the same thread. Whoever gets another sign-in name meanwhile may come twice, or not at all, and is among those that changed.
     */
    default ListingReport listActiveInParts(Consumer<Observation> sink) throws TenantFailure {
        return listActive(sink);
    }

    /** Delivers every account in the recycle bin once, with the facets a listing carries. */
    ListingReport listDeleted(Consumer<Observation> sink) throws TenantFailure;

    /** Roles of every principal that holds or may activate one, through groups as well. Whoever is not in the map holds none. */
    Map<AccountId, Roles> roles() throws TenantFailure;

    /**
     * Reads accounts one by one, each with all facets this reader can see but {@link Facet#ROLES}. An id that the service knows
     * nowhere comes back with the identity absent. The answer has one observation per id, in the order asked.
     */
    List<Observation> observe(Collection<AccountId> ids) throws TenantFailure;

    /** The cheap part of {@link #observe}: the account's own object only (identity, enabled, licences, addresses, password, profile). */
    Observation glance(AccountId id) throws TenantFailure;

    /**
     * What the account takes with it when it is changed or goes. A part that this reader can never read says so; a part that could have been read and
     * was not is a failure.
     *
     * @param account as it was just observed; its licences are taken from there
     * @throws TenantFailure when a part that is there to be read gave no answer
     */
    Keepsake keepsake(Observation account) throws TenantFailure;

    /** The part of {@link #keepsake} that the directory tells, without the mailbox. */
    Keepsake ties(Observation account) throws TenantFailure;

    /** How the groups and people at the other ends of ties stand now. Ends of another kind are not looked at and count as there. */
    Counterparts counterparts(Collection<Link> links) throws TenantFailure;

    /**
     * The records of the directory audit from that time on, the service's clock. Records appear late, and some never: what is missing here may
     * have happened.
     */
    List<AuditRecord> audits(Instant since) throws TenantFailure;

    /** The health of the parts of the service that accounts and mailboxes depend on, by its own word. Never empty. */
    List<ServiceHealth> health() throws TenantFailure;

    /**
     * The active accounts that a text names: by object id, sign-in name or mail address, without regard to case. None when it names nobody. The
     * accounts come as a listing shows them.
     */
    List<Observation> find(String text) throws TenantFailure;

    /** The active accounts whose sign-in name begins so, as a listing shows them. */
    List<Observation> startingWith(String prefix) throws TenantFailure;

    /** The ids of the active accounts that match a filter in the service's own language. */
    Set<AccountId> matching(String filter) throws TenantFailure;

    /** The ids of the accounts that are members of a group, through nested groups as well. */
    Set<AccountId> membersOf(String groupId) throws TenantFailure;

    /** The ids of the active accounts that own a group. None for an object that is no group, or is gone. */
    Set<AccountId> ownersOf(String objectId) throws TenantFailure;
}
