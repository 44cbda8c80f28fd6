package dev.shisa.sandbox.life;

import dev.shisa.sandbox.directory.Delicensing;
import dev.shisa.sandbox.directory.Change;
import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.Event;
import dev.shisa.sandbox.directory.Identity;
import dev.shisa.sandbox.directory.Mailboxes;
import dev.shisa.sandbox.directory.Pulse;
import dev.shisa.sandbox.directory.ServerClock;
import dev.shisa.sandbox.directory.Skus;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Plays the life of a tenant up to the server's clock, event after event. What was played stands in the tenant's changes;
 * a life that is begun on a tenant with changes goes on after the last of them. Thread-safe.
 */
public final class Life implements Pulse {

    /** So many events are played before one request; the rest before the next. */
    static final int MOST_AT_ONCE = 20_000;

    private final LifeSettings settings;
    private final Directory directory;
    private final Schedule schedule;
    private final AccountEvents accounts;
    private final GroupEvents groups;
    private final RoleEvents roles;
    private final PriorityQueue<Due> queue = new PriorityQueue<>(Due.ORDER);
    private volatile Instant next;

    /**
     * A life that goes on where the directory's changes end.
     *
     * @param start when the tenant began
     */
    public Life(LifeSettings settings, Directory directory, Instant start) {
        this.settings = settings;
        this.directory = directory;
        Population population = new Population(directory);
        FollowUps followUps = new FollowUps(settings);
        List<User> seeded = directory.content().users();
        this.accounts = new AccountEvents(directory, population, seeded.stream().anyMatch(User::synced));
        this.groups = new GroupEvents(directory, population, followUps);
        this.roles = new RoleEvents(directory, population, accounts, followUps);
        int active = (int) seeded.stream().filter(user -> user.identity() == Identity.ACTIVE).count();
        this.schedule = new Schedule(settings, active, start);
        Cursor cursor = Cursor.of(directory.history(), followUps, start);
        queue.addAll(cursor.pending());
        for (Kind kind : Kind.values()) {
            schedule.next(kind, cursor.played()).ifPresent(queue::add);
        }
        settings.retirement().filter(retirement -> !cursor.retired()).ifPresent(retirement -> {
            Instant at = start.plus(retirement.at());
            queue.add(new Due(at, at, new Due.What.PlanRetired(retirement.plan())));
        });
        this.next = upcoming();
    }

    @Override
    public void play(Instant now) {
        if (now.isBefore(next)) {
            return;
        }
        directory.exclusively(() -> {
            Due due = queue.peek();
            for (int played = 0; played < MOST_AT_ONCE && due != null && !due.at().isAfter(now); played++) {
                happen(due);
                due = queue.peek();
            }
            next = upcoming();
            return next;
        });
    }

    private Instant upcoming() {
        Due due = queue.peek();
        return due == null ? Instant.MAX : due.at();
    }

    /** Commits before it forgets the event: what could not be kept is tried again. */
    private void happen(Due due) {
        Instant at = directory.history().notBefore(due.at());
        Optional<Outcome> outcome = outcome(due, ServerClock.stamp(at));
        outcome.ifPresent(what -> directory.commit(
                new Event(at, what.by(), what.users(), what.roles(), what.retired(), mark(due))));
        queue.poll();
        outcome.flatMap(Outcome::next).ifPresent(queue::add);
        if (due.what() instanceof Due.What.Drawn(Kind kind)) {
            schedule.next(kind, due.at()).ifPresent(queue::add);
        }
    }

    private Change.Mark mark(Due due) {
        double chance = Draws.of(settings.seed(), "record of " + due.label(), due.origin()).nextDouble();
        boolean audited = !(due.what() instanceof Due.What.PlanRetired) && chance >= settings.audit().missing();
        return new Change.Mark(due.label(), due.origin().toString(), audited);
    }

    private Optional<Outcome> outcome(Due due, String now) {
        SplittableRandom random = Draws.of(settings.seed(), due.label(), due.origin());
        return switch (due.what()) {
            case Due.What.Drawn(Kind kind) -> drawn(kind, random, due.origin(), now);
            case Due.What.RoleEnds(var assignment) -> roles.ended(assignment);
            case Due.What.LicenceFollows(String user, String group) -> groups.licenceFollows(user, group, random, now);
            case Due.What.PlanRetired(String plan) -> Optional.of(retired(plan, now));
        };
    }

    private Optional<Outcome> drawn(Kind kind, SplittableRandom random, Instant origin, String now) {
        return switch (kind) {
            case LEAVER_DISABLED -> accounts.leaver(random);
            case JOINER -> accounts.joiner(random, now);
            case PASSWORD_CHANGED -> accounts.passwordChanged(random, now);
            case ROLE_ACTIVATED -> roles.activated(random, origin, now);
            case GROUP_RECALCULATED -> groups.recalculated(random);
            case LICENCE_GROUP_RECALCULATED -> groups.licenceGroup(random, origin);
            case ATTRIBUTES_BLANKED -> accounts.attributesBlanked(random);
            case DELETED_BY_ADMINISTRATOR -> accounts.deleted(random, now);
        };
    }

    private Outcome retired(String plan, String now) {
        List<String> all = Stream.concat(directory.retiredPlans().stream(), Stream.of(plan)).distinct().toList();
        List<User> users = directory.active().values().stream()
                .filter(user -> user.assignments().stream().anyMatch(one -> Skus.known(one.skuId()).has(plan)))
                .map(user -> Mailboxes.follow(user.with(UserField.RETIRED_PLANS, all), now,
                        Delicensing.AT_ONCE))
                .toList();
        return new Outcome("service", users, List.of(), List.of(plan), Optional.empty());
    }
}
