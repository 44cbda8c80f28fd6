package dev.shisa.tenant;

import dev.shisa.account.AccountId;
import dev.shisa.keepsake.AppRole;
import dev.shisa.keepsake.Counterparts;
import dev.shisa.keepsake.Keepsake;
import dev.shisa.keepsake.Link;
import dev.shisa.keepsake.MailboxKeepsake;
import dev.shisa.keepsake.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who belongs to whom in the fake tenant. A tie shows while both its ends are active, and comes back with them. Safe for several threads. */
public final class FakeTies {
    private final FakeTenant tenant;
    private final Map<AccountId, AccountId> managers = new TreeMap<>();
    private final Map<AccountId, Set<AppRole>> appRoles = new TreeMap<>();
    private final Map<String, Link> groups = new TreeMap<>();

    FakeTies(FakeTenant tenant) {
        this.tenant = tenant;
    }

    /** There is a group of that kind. */
    public synchronized Link group(int number, String name, Link.Kind kind) {
        Link group = new Link("00000000-0000-4000-9000-%012d".formatted(number), name, kind);
        groups.put(group.id(), group);
        return group;
    }

    /** There is no such group any more. */
    public synchronized void dissolve(Link group) {
        groups.remove(group.id());
    }

    /** The account has that manager. */
    public synchronized void manage(AccountId account, AccountId manager) {
        managers.put(account, manager);
    }

    /** The account has no manager. */
    public synchronized void unmanage(AccountId account) {
        managers.remove(account);
    }

    /** The account holds that role of an application. */
    public synchronized void assign(AccountId account, AppRole role) {
        appRoles.computeIfAbsent(account, _ -> new TreeSet<>()).add(role);
    }

    /** Everything that ties the account is cut, at both ends. */
    public synchronized void cut(AccountId account) {
        managers.remove(account);
        managers.values().removeIf(account::equals);
        appRoles.remove(account);
        tenant.alter(account, its -> its.withGroups(new TreeSet<>(), new TreeSet<>()));
    }

    synchronized boolean hasGroup(String id) {
        return groups.containsKey(id);
    }

    synchronized Keepsake keepsake(FakeAccount account) {
        if (!account.isActive()) {
            return Keepsake.unreadable(account.id(), account.traits().userPrincipalName(), tenant.now(),
                    "the account is not active");
        }
        MailboxKeepsake mailbox = MailboxKeepsake.unreadable("only the Exchange service tells");
        AccountId manager = managers.get(account.id());
        return new Keepsake(account.id(), account.traits().userPrincipalName(), tenant.now(),
                new Part.Read<>(List.copyOf(account.licences().licences())),
                new Part.Read<>(links(account.groups().memberOf())), new Part.Read<>(links(account.groups().owns())),
                manager == null || !isActive(manager)
                        ? new Part.Nothing<>("no manager")
                        : new Part.Read<>(person(manager)),
                new Part.Read<>(managers.entrySet().stream()
                        .filter(tie -> tie.getValue().equals(account.id()) && isActive(tie.getKey()))
                        .map(tie -> person(tie.getKey())).toList()),
                new Part.Read<>(List.copyOf(appRoles.getOrDefault(account.id(), Set.of()))), mailbox.settings(),
                mailbox.access(), mailbox.sendAs());
    }

    synchronized Counterparts counterparts(Collection<Link> links) {
        Map<String, Link> there = new TreeMap<>();
        Map<String, Link> bosses = new TreeMap<>();
        for (Link link : links) {
            AccountId id = new AccountId(link.id());
            if (link.kind() == Link.Kind.SERVICE_PRINCIPAL) {
                there.put(link.id(), link);
            } else if (link.kind() != Link.Kind.PERSON) {
                Optional.ofNullable(groups.get(link.id())).ifPresent(group -> there.put(link.id(), group));
            } else if (isActive(id)) {
                there.put(link.id(), link);
                Optional.ofNullable(managers.get(id)).filter(this::isActive)
                        .ifPresent(boss -> bosses.put(link.id(), person(boss)));
            }
        }
        return new Counterparts(there, bosses);
    }

    private boolean isActive(AccountId id) {
        return tenant.truth(id).filter(FakeAccount::isActive).isPresent();
    }

    private Link person(AccountId id) {
        return new Link(id.value(), tenant.truth(id).map(its -> its.traits().displayName()).orElse(""),
                Link.Kind.PERSON);
    }

    private List<Link> links(SortedSet<String> ids) {
        List<Link> links = new ArrayList<>();
        ids.forEach(id -> links.add(groups.getOrDefault(id, new Link(id, "", Link.Kind.GROUP))));
        return links;
    }
}
