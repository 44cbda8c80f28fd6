package dev.shisa.sandbox.life;

import dev.shisa.sandbox.directory.Delicensing;
import dev.shisa.sandbox.directory.Assignment;
import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.Group;
import dev.shisa.sandbox.directory.Mailbox;
import dev.shisa.sandbox.directory.Plans;
import dev.shisa.sandbox.directory.ServiceActor;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SplittableRandom;

/** What happens to memberships, and to the licences that hang on them. Changes nothing itself. */
final class GroupEvents {

    private final Directory directory;
    private final Population population;
    private final FollowUps followUps;

    GroupEvents(Directory directory, Population population, FollowUps followUps) {
        this.directory = directory;
        this.population = population;
        this.followUps = followUps;
    }

    /** A dynamic group is recalculated: somebody leaves a group, or joins one in which somebody else is. */
    Optional<Outcome> recalculated(SplittableRandom random) {
        boolean leaves = random.nextBoolean();
        Optional<User> found = population.choose(random, user -> !leaves || !plainGroups(user).isEmpty());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        User user = found.get();
        if (leaves) {
            return Optional.of(Outcome.of(ServiceActor.DYNAMIC_GROUPS.label(), left(user, pick(random,
                    plainGroups(user)))));
        }
        return population.choose(random, other -> !elsewhere(user, other).isEmpty())
                .map(other -> Outcome.of(ServiceActor.DYNAMIC_GROUPS.label(),
                        joined(user, pick(random, elsewhere(user, other)))));
    }

    private List<String> plainGroups(User user) {
        return user.texts(UserField.GROUPS).stream().filter(id -> AccountEvents.isPlain(directory.groups().get(id)))
                .toList();
    }

    private List<String> elsewhere(User user, User other) {
        return plainGroups(other).stream().filter(id -> !user.texts(UserField.GROUPS).contains(id)).toList();
    }

    private static String pick(SplittableRandom random, List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** A group that gives licences is recalculated; the licences follow later. */
    Optional<Outcome> licenceGroup(SplittableRandom random, Instant origin) {
        List<Group> groups = directory.groups().values().stream()
                .filter(group -> !group.licences().isEmpty() && !group.roleAware()).toList();
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        Group group = groups.get(random.nextInt(groups.size()));
        Optional<User> leaver = random.nextBoolean() ? member(random, group) : Optional.empty();
        Optional<User> after = leaver.isPresent()
                ? leaver.map(user -> left(user, group.id()))
                : population.choose(random, user -> !user.texts(UserField.GROUPS).contains(group.id()))
                        .map(user -> joined(user, group.id()));
        return after.map(user -> new Outcome(ServiceActor.DYNAMIC_GROUPS.label(), List.of(user), List.of(), List.of(),
                Optional.of(followUps.licenceFollows(origin, user.id(), group.id()))));
    }

    private Optional<User> member(SplittableRandom random, Group group) {
        NavigableSet<String> members = directory.members(group.id());
        String after = members.ceiling(Draws.id(random));
        String id = after == null && !members.isEmpty() ? members.first() : after;
        return id == null
                ? Optional.empty()
                : Optional.ofNullable(directory.active().get(id)).filter(population::ordinary);
    }

    /** The licences that a group gives, on a user who is a member or no longer one; nothing when they already are. */
    Optional<Outcome> licenceFollows(String userId, String groupId, SplittableRandom random, String now) {
        User user = directory.active().get(userId);
        Group group = directory.groups().get(groupId);
        if (user == null || group == null || Population.setApart(user)) {
            return Optional.empty();
        }
        List<Assignment> next = user.texts(UserField.GROUPS).contains(groupId)
                ? given(user, group, now)
                : user.assignments().stream().filter(assignment -> !groupId.equals(assignment.group())).toList();
        if (next.equals(user.assignments())) {
            return Optional.empty();
        }
        return Optional.of(Outcome.of(ServiceActor.GROUP_LICENSING.label(),
                drawn(user, Plans.relicensed(user, next, now, Delicensing.AT_ONCE), random)));
    }

    private List<Assignment> given(User user, Group group, String now) {
        List<Assignment> next = new ArrayList<>(user.assignments());
        for (String sku : group.licences()) {
            boolean by = next.stream().anyMatch(one -> one.skuId().equals(sku) && group.id().equals(one.group()));
            boolean has = next.stream().anyMatch(one -> one.skuId().equals(sku));
            if (!by && (has || directory.seats().used(sku) < directory.seats().bought(sku))) {
                next.add(new Assignment(sku, List.of(), group.id(), now));
            }
        }
        return next;
    }

    /** The same with a mailbox GUID that was drawn, if the licence brought a new mailbox. */
    private static User drawn(User before, User after, SplittableRandom random) {
        Mailbox old = before.mailbox();
        Mailbox mailbox = after.mailbox();
        return mailbox == null || (old != null && old.guid().equals(mailbox.guid()))
                ? after
                : after.with(UserField.MAILBOX, mailbox.replaced(Draws.id(random)));
    }

    private static User left(User user, String group) {
        return user.with(UserField.GROUPS,
                user.texts(UserField.GROUPS).stream().filter(id -> !id.equals(group)).toList());
    }

    private static User joined(User user, String group) {
        List<String> groups = new ArrayList<>(user.texts(UserField.GROUPS));
        groups.add(group);
        return user.with(UserField.GROUPS, List.copyOf(groups));
    }
}
