package dev.shisa.tenant;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue;
import dev.shisa.account.FacetValue.Archive;
import dev.shisa.account.FacetValue.Holds;
import dev.shisa.account.FacetValue.Mailbox;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.FacetValue.Visibility;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.account.Traits.Condition;
import dev.shisa.keepsake.Counterparts;
import dev.shisa.keepsake.Keepsake;
import dev.shisa.keepsake.Link;
import dev.shisa.keepsake.MailboxKeepsake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Lays what the mailbox service tells over what the directory shows. The directory says whether a mailbox answers, so it decides which of the
 * service's two lists is asked first: the mailboxes in use, or those that are kept. Listings and glances stay with the directory. Where the
 * application has no right at the service, everything is as the directory alone shows it.
 */
public final class JoinedReader implements TenantReader {
    private static final Set<Facet> TOLD = EnumSet.of(Facet.ARCHIVE, Facet.VISIBILITY, Facet.HOLDS);
    private static final String SOURCE = "exchange:mailbox";

    private final TenantReader directory;
    private final MailboxService mailboxes;

    /**
     * @param directory shows the accounts
     * @param mailboxes tells of their mailboxes
     */
    public JoinedReader(TenantReader directory, MailboxService mailboxes) {
        this.directory = directory;
        this.mailboxes = mailboxes;
    }

    /** Who nobody could ask for the right counts as somebody who has it; then {@link #observe} says why it gives no answer. */
    @Override
    public Set<Facet> visibleFacets() {
        EnumSet<Facet> visible = EnumSet.copyOf(directory.visibleFacets());
        try {
            if (mailboxes.mayRead()) {
                visible.addAll(TOLD);
            }
        } catch (TenantFailure e) {
            visible.addAll(TOLD);
        }
        return visible;
    }

    @Override
    public SortedMap<String, String> tenantTraits() throws TenantFailure {
        return mailboxes.mayRead() ? mailboxes.tenantTraits() : TenantTrait.unread();
    }

    @Override
    public List<Observation> observe(Collection<AccountId> ids) throws TenantFailure {
        List<Observation> shown = directory.observe(ids);
        if (shown.stream().noneMatch(Observation::isActive) || !mailboxes.mayRead()) {
            return shown;
        }
        Map<AccountId, MailboxLook> looks = looks(shown);
        List<Observation> joined = new ArrayList<>(shown.size());
        for (Observation account : shown) {
            joined.add(account.isActive() ? joined(account, Optional.ofNullable(looks.get(account.id()))) : account);
        }
        return joined;
    }

    private Map<AccountId, MailboxLook> looks(List<Observation> shown) throws TenantFailure {
        List<Observation> active = shown.stream().filter(Observation::isActive).toList();
        List<AccountId> gone = ids(active, account -> state(account).filter(Mailbox.State.GONE::equals).isPresent());
        Map<AccountId, MailboxLook> looks = new HashMap<>(mailboxes.kept(gone));
        List<AccountId> others = ids(active, account -> !looks.containsKey(account.id()));
        looks.putAll(mailboxes.inUse(others));
        List<AccountId> unknown = ids(active,
                account -> !looks.containsKey(account.id()) && state(account).isEmpty());
        looks.putAll(mailboxes.kept(unknown));
        return looks;
    }

    private static List<AccountId> ids(List<Observation> accounts, Predicate<Observation> wanted) {
        return accounts.stream().filter(wanted).map(Observation::id).toList();
    }

    @Override
    public Keepsake keepsake(Observation account) throws TenantFailure {
        Keepsake shown = directory.keepsake(account);
        Optional<Mailbox.State> mailbox = state(account);
        if (!account.isActive()) {
            return shown;
        }
        if (mailbox.isPresent() && mailbox.get() != Mailbox.State.PRESENT) {
            return shown.with(MailboxKeepsake.nothing());
        }
        return shown.with(mailboxes.mayRead()
                ? mailboxes.keepsake(account.id())
                : MailboxKeepsake.unreadable("this application has no right at the Exchange service"));
    }

    @Override
    public Keepsake ties(Observation account) throws TenantFailure {
        return directory.ties(account);
    }

    @Override
    public Counterparts counterparts(Collection<Link> links) throws TenantFailure {
        return directory.counterparts(links);
    }

    private static Optional<Mailbox.State> state(Observation account) {
        return account.value(Facet.MAILBOX, Mailbox.class).map(Mailbox::state);
    }

    private static Observation joined(Observation account, Optional<MailboxLook> look) {
        Map<Facet, Reading> readings = new EnumMap<>(account.readings());
        Set<Condition> conditions = EnumSet.noneOf(Condition.class);
        if (look.isPresent()) {
            conditions.addAll(look.get().conditions());
            Instant at = look.get().readAt();
            readings.put(Facet.MAILBOX, mailbox(account, look.get()));
            readings.put(Facet.ARCHIVE, seen(look.get().archive(), at));
            readings.put(Facet.VISIBILITY, seen(look.get().visibility(), at));
            readings.put(Facet.HOLDS, seen(look.get().holds(), at));
        } else if (state(account).filter(Mailbox.State.GONE::equals).isPresent()) {
            Instant at = readAt(account);
            readings.put(Facet.ARCHIVE, seen(new Archive(false), at));
            readings.put(Facet.VISIBILITY, seen(new Visibility(false), at));
            readings.put(Facet.HOLDS, seen(new Holds(new TreeSet<>()), at));
        } else {
            TOLD.forEach(facet -> readings.put(facet,
                    new Reading.Unseen("the Exchange service does not list this account's mailbox")));
        }
        if (!(readings.get(Facet.MAILBOX) instanceof Reading.Seen)
                || !(readings.get(Facet.HOLDS) instanceof Reading.Seen)) {
            conditions.add(Condition.UNTOLD);
        }
        return new Observation(account.id(), account.traits().map(traits -> traits.with(conditions)), readings);
    }

    /** Both name the mailbox by its GUID. Two names are two mailboxes, and then nobody can say which one is meant. */
    private static Reading mailbox(Observation account, MailboxLook look) {
        Optional<String> shown = account.value(Facet.MAILBOX, Mailbox.class).flatMap(Mailbox::guid);
        Optional<String> told = look.mailbox().guid();
        if (shown.isPresent() && told.isPresent() && !shown.get().equalsIgnoreCase(told.get())) {
            return new Reading.Unseen("Graph names the mailbox " + shown.get() + ", the Exchange service "
                    + told.get());
        }
        return seen(look.mailbox(), look.readAt());
    }

    private static Instant readAt(Observation account) {
        return account.reading(Facet.MAILBOX) instanceof Reading.Seen seen ? seen.readAt() : Instant.EPOCH;
    }

    private static Reading seen(FacetValue value, Instant at) {
        return new Reading.Seen(value, SOURCE, at);
    }

    @Override
    public TenantIdentity identify() throws TenantFailure {
        return directory.identify();
    }

    @Override
    public Viewpoint viewpoint() throws TenantFailure {
        return directory.viewpoint();
    }

    @Override
    public long countActive() throws TenantFailure {
        return directory.countActive();
    }

    @Override
    public long countDeleted() throws TenantFailure {
        return directory.countDeleted();
    }

    @Override
    public String deltaCursor() throws TenantFailure {
        return directory.deltaCursor();
    }

    @Override
    public Drain drain(String cursor) throws TenantFailure {
        return directory.drain(cursor);
    }

    @Override
    public ListingReport listActive(Consumer<Observation> sink) throws TenantFailure {
        return directory.listActive(sink);
    }

    @Override
    public ListingReport listActiveInParts(Consumer<Observation> sink) throws TenantFailure {
        return directory.listActiveInParts(sink);
    }

    @Override
    public ListingReport listDeleted(Consumer<Observation> sink) throws TenantFailure {
        return directory.listDeleted(sink);
    }

    @Override
    public Map<AccountId, Roles> roles() throws TenantFailure {
        return directory.roles();
    }

    @Override
    public Observation glance(AccountId id) throws TenantFailure {
        return directory.glance(id);
    }

    @Override
    public List<AuditRecord> audits(Instant since) throws TenantFailure {
        return directory.audits(since);
    }

    @Override
    public List<ServiceHealth> health() throws TenantFailure {
        return directory.health();
    }

    @Override
    public List<Observation> find(String text) throws TenantFailure {
        return directory.find(text);
    }

    @Override
    public List<Observation> startingWith(String prefix) throws TenantFailure {
        return directory.startingWith(prefix);
    }

    @Override
    public Set<AccountId> matching(String filter) throws TenantFailure {
        return directory.matching(filter);
    }

    @Override
    public Set<AccountId> membersOf(String groupId) throws TenantFailure {
        return directory.membersOf(groupId);
    }

    @Override
    public Set<AccountId> ownersOf(String objectId) throws TenantFailure {
        return directory.ownersOf(objectId);
    }
}
