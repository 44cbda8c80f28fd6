package dev.shisa.keepsake;

import dev.shisa.account.AccountId;
import dev.shisa.catalog.WireCall;
import dev.shisa.keepsake.Link.Kind;
import dev.shisa.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The way from how an active account is tied now back to how it was tied before. It only ties, and never cuts: what was added since stays, and what
 * somebody decided since stays decided.
 *
 * @param before the account before it was first written
 */
public record Restitution(Keepsake before) {
    /** The most requests that one account takes. What is left then is left for people, and named. */
    public static final int MOST_STEPS = 200;

    /** What was tied before and is not any more; whoever asks for {@link #open} has to know how these stand. */
    public List<Link> missing(Keepsake now) {
        List<Link> missing = new ArrayList<>();
        if (before.manager() instanceof Part.Read<Link> manager && now.manager() instanceof Part.Nothing<Link>) {
            missing.add(manager.read());
        }
        missing.addAll(gone(before.memberships(), now.memberships()));
        missing.addAll(gone(before.ownerships(), now.ownerships()));
        missing.addAll(gone(before.reports(), now.reports()));
        return missing.stream().distinct().toList();
    }

    /** The accounts beside this one that may be written: those whose manager it was. */
    public Set<AccountId> others() {
        return before.reports().value().orElse(List.of()).stream().map(Link::id).map(AccountId::new)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The requests that tie again what can be tied, in their order; at most {@link #MOST_STEPS}. */
    public List<WireCall> open(Keepsake now, Counterparts others) {
        List<WireCall> calls = new ArrayList<>();
        before.manager().value().filter(_ -> now.manager() instanceof Part.Nothing<Link>)
                .filter(manager -> others.now(manager).isPresent())
                .ifPresent(manager -> calls.add(manager(before.account().value(), manager.id())));
        for (Link group : gone(before.memberships(), now.memberships())) {
            if (isOurs(group, others)) {
                calls.add(reference("POST", "/groups/" + group.id() + "/members/$ref", before.account().value()));
            }
        }
        for (Link group : gone(before.ownerships(), now.ownerships())) {
            if (isOurs(group, others)) {
                calls.add(reference("POST", "/groups/" + group.id() + "/owners/$ref", before.account().value()));
            }
        }
        goneRoles(now).forEach(role -> calls.add(appRole(role)));
        for (Link report : gone(before.reports(), now.reports())) {
            boolean free = others.now(report).filter(link -> link.kind() == Kind.PERSON).isPresent()
                    && !others.managers().containsKey(report.id());
            if (free) {
                calls.add(manager(report.id(), before.account().value()));
            }
        }
        return calls.subList(0, Math.min(calls.size(), MOST_STEPS));
    }

    /** What was tied before and is not now, one sentence each, with the reason where there is one. Empty when everything is back. */
    public List<String> left(Keepsake now, Counterparts others) {
        List<String> left = new ArrayList<>();
        left.addAll(unread(now));
        manager(now, others).ifPresent(left::add);
        gone(before.memberships(), now.memberships())
                .forEach(group -> left
                        .add(Text.of("not a member of {0} any more{1}", named(group), why(group, others)).toString()));
        gone(before.ownerships(), now.ownerships())
                .forEach(group -> left
                        .add(Text.of("not an owner of {0} any more{1}", named(group), why(group, others)).toString()));
        goneRoles(now).forEach(role -> left
                .add(Text.of("without role {0} of application {1}", role.role(), role.resource()).toString()));
        gone(before.reports(), now.reports())
                .forEach(report -> left
                        .add(Text.of("not the manager of {0} any more{1}", named(report), report(report, others))
                                .toString()));
        return left;
    }

    private List<String> unread(Keepsake now) {
        List<String> unread = new ArrayList<>();
        unread(before.memberships(), now.memberships(), Text.of("memberships").toString()).ifPresent(unread::add);
        unread(before.ownerships(), now.ownerships(), Text.of("ownerships").toString()).ifPresent(unread::add);
        unread(before.manager(), now.manager(), Text.of("the manager").toString()).ifPresent(unread::add);
        unread(before.reports(), now.reports(), Text.of("direct reports").toString()).ifPresent(unread::add);
        unread(before.appRoles(), now.appRoles(), Text.of("roles of applications").toString()).ifPresent(unread::add);
        return unread;
    }

    private static <T> Optional<String> unread(Part<T> was, Part<T> is, String what) {
        return was instanceof Part.Read<T> && is instanceof Part.Unreadable<T> lost
                ? Optional.of(Text.of("{0} could not be read again: {1}", what, lost.why()).toString())
                : Optional.empty();
    }

    private Optional<String> manager(Keepsake now, Counterparts others) {
        if (!(before.manager() instanceof Part.Read<Link> was)) {
            return Optional.empty();
        }
        return switch (now.manager()) {
            case Part.Read<Link> is -> is.read().id().equals(was.read().id())
                    ? Optional.empty()
                    : Optional.of(Text.of("managed by {0} by now, before by {1}; that was decided since and stays",
                            named(is.read()), named(was.read())).toString());
            case Part.Nothing<Link> _ -> Optional.of((others.now(was.read()).isEmpty()
                    ? Text.of("without its manager {0}, who does not exist any more", named(was.read()))
                    : Text.of("without its manager {0}", named(was.read()))).toString());
            case Part.Unreadable<Link> _ -> Optional.empty();
        };
    }

    private static String why(Link group, Counterparts others) {
        Optional<Link> now = others.now(group);
        if (now.isEmpty() && group.kind() != Kind.ROLE) {
            return Text.of(", it does not exist any more").toString();
        }
        return switch (now.map(Link::kind).orElse(group.kind())) {
            case DYNAMIC_GROUP -> Text.of(", its rule decides that").toString();
            case SYNCED_GROUP -> Text.of(", it is kept on-premises").toString();
            case MAIL_GROUP -> Text.of(", its members are set at Exchange").toString();
            case ROLE_GROUP, ROLE -> Text.of(", it carries roles and is left to people").toString();
            default -> "";
        };
    }

    private static String report(Link report, Counterparts others) {
        if (others.now(report).isEmpty()) {
            return Text.of(", who is gone").toString();
        }
        return Optional.ofNullable(others.managers().get(report.id()))
                .map(other -> Text.of(": {0} is by now; that was decided since and stays", named(other)).toString())
                .orElseGet(() -> others.now(report).filter(link -> link.kind() == Kind.SYNCED_PERSON)
                        .map(_ -> Text.of(", who is kept on-premises").toString()).orElse(""));
    }

    private static boolean isOurs(Link group, Counterparts others) {
        return group.kind() == Kind.GROUP
                && others.now(group).filter(now -> now.kind() == Kind.GROUP).isPresent();
    }

    /** Names come from others and may say anything; whoever shows them makes them safe. */
    private static String named(Link link) {
        return link.kind().label() + " " + link.name() + " (" + link.id() + ")";
    }

    private static List<Link> gone(Part<List<Link>> was, Part<List<Link>> is) {
        if (!(was instanceof Part.Read<List<Link>> before) || !(is instanceof Part.Read<List<Link>> now)) {
            return List.of();
        }
        Set<String> there = now.read().stream().map(Link::id).collect(Collectors.toSet());
        return before.read().stream().filter(link -> !there.contains(link.id())).toList();
    }

    private List<AppRole> goneRoles(Keepsake now) {
        if (!(before.appRoles() instanceof Part.Read<List<AppRole>> was)
                || !(now.appRoles() instanceof Part.Read<List<AppRole>> is)) {
            return List.of();
        }
        return was.read().stream().filter(role -> is.read().stream().noneMatch(role::isSameAs)).toList();
    }

    private static WireCall manager(String person, String manager) {
        return reference("PUT", "/users/" + person + "/manager/$ref", manager);
    }

    /** Who writes puts the address of the service before the reference. */
    private static WireCall reference(String method, String path, String object) {
        return new WireCall(method, path, Optional.of("{\"@odata.id\":\"/directoryObjects/" + object + "\"}"));
    }

    private WireCall appRole(AppRole role) {
        return new WireCall("POST", "/users/" + before.account() + "/appRoleAssignments",
                Optional.of(JsonNodeFactory.instance.objectNode().put("principalId", before.account().value())
                        .put("resourceId", role.resource()).put("appRoleId", role.role()).toString()));
    }
}
