package dev.shisa.tenant;

import dev.shisa.text.Text;
import dev.shisa.account.AccountId;
import dev.shisa.account.FacetValue.Archive;
import dev.shisa.account.FacetValue.Holds;
import dev.shisa.account.FacetValue.Mailbox;
import dev.shisa.account.FacetValue.Visibility;
import dev.shisa.tenant.TenantFailure.Reason;
import dev.shisa.keepsake.Grant;
import dev.shisa.keepsake.MailboxKeepsake;
import dev.shisa.keepsake.MailboxSettings;
import dev.shisa.keepsake.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The mailbox service of the fake tenant: what its truth gives, unless a test says something else. */
public final class FakeMailboxes implements MailboxService {
    private final FakeTenant tenant;
    private final Map<AccountId, MailboxLook> said = new HashMap<>();
    private final Set<AccountId> unlisted = new TreeSet<>();
    private final List<String> asked = new ArrayList<>();
    private boolean mayRead = true;
    private boolean reachable = true;
    private boolean closed;

    /** The mailboxes of that tenant. */
    public FakeMailboxes(FakeTenant tenant) {
        this.tenant = tenant;
    }

    /** From now on this is told of that account's mailbox in use. */
    void say(AccountId id, MailboxLook look) {
        said.put(id, look);
    }

    /** From now on neither list has a mailbox of that account. */
    void unlist(AccountId id) {
        unlisted.add(id);
    }

    void forbid() {
        mayRead = false;
    }

    void fallSilent() {
        reachable = false;
    }

    boolean isClosed() {
        return closed;
    }

    /** Which list was asked for how many accounts. */
    List<String> asked() {
        return asked;
    }

    @Override
    public boolean mayRead() throws TenantFailure {
        if (!reachable) {
            throw new TenantFailure(Reason.UNREACHABLE, Text.of("Exchange is silent."));
        }
        return mayRead;
    }

    @Override
    public Map<AccountId, MailboxLook> inUse(Collection<AccountId> ids) {
        return looks("in use", ids, true);
    }

    @Override
    public Map<AccountId, MailboxLook> kept(Collection<AccountId> ids) {
        return looks("kept", ids, false);
    }

    private Map<AccountId, MailboxLook> looks(String list, Collection<AccountId> ids, boolean present) {
        if (!ids.isEmpty()) {
            asked.add(list + " " + ids.size());
        }
        Map<AccountId, MailboxLook> looks = new HashMap<>();
        for (AccountId id : ids) {
            tenant.truth(id).filter(account -> account.licences().giveMailbox() == present && !unlisted.contains(id))
                    .ifPresent(account -> looks.put(id, said.getOrDefault(id, look(account, present))));
        }
        return looks;
    }

    private MailboxLook look(FakeAccount account, boolean present) {
        Mailbox box = new Mailbox(present ? Mailbox.State.PRESENT : Mailbox.State.TOMBSTONE,
                Optional.of(account.mailboxGuid()));
        return new MailboxLook(box, new Archive(false), new Visibility(false), new Holds(new TreeSet<>()), Set.of(),
                tenant.now());
    }

    @Override
    public MailboxKeepsake keepsake(AccountId id) {
        asked.add("keepsake " + id);
        return new MailboxKeepsake(
                new Part.Read<>(new MailboxSettings(Optional.empty(), Optional.of("smtp:elsewhere@sgu.example"), true,
                        List.of(), false, new MailboxSettings.Quotas("98 GB", "99 GB", "100 GB"))),
                new Part.Read<>(List.of(new Grant("deputy@sgu.example", "FullAccess", false))),
                new Part.Read<>(List.of()));
    }

    @Override
    public SortedMap<String, String> tenantTraits() {
        return new TreeMap<>(
                Map.of(TenantTrait.DELAYED_DELICENSING, "off", TenantTrait.ORGANISATION_HOLDS, "none"));
    }

    @Override
    public void close() {
        closed = true;
    }
}
