package dev.shisa.sandbox.directory;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tenant's state. Readers need no lock and see each user whole; all changes go one after another through
 * {@link #exclusively}, are recorded first and then shown.
 */
public final class Directory {

    /** How long the recycle bin keeps an account, and Exchange the data of a mailbox without a licence. */
    public static final Duration RETENTION = Duration.ofDays(30);

    private final DirectoryContent content;
    private final ServerClock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final ConcurrentSkipListMap<String, User> active;
    private final ConcurrentSkipListMap<String, User> deleted = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<String, User> purged = new ConcurrentSkipListMap<>();
    private final Map<String, String> idByName;
    private final Relations relations;
    private final NavigableMap<String, Group> groups = new TreeMap<>();
    private final Seats seats;
    private final History history = new History();
    private final Addresses addresses;
    private volatile Recorder recorder = Recorder.none();
    private volatile Instant nextExpiry = Instant.MAX;
    private volatile Pulse pulse = Pulse.none();
    private volatile List<RoleAssignment> roles;
    private volatile List<String> retiredPlans = List.of();

    public Directory(DirectoryContent content, ServerClock clock) {
        this.content = content;
        this.clock = clock;
        this.seats = new Seats(content.seats());
        this.roles = List.copyOf(content.roles());
        content.groups().forEach(group -> groups.put(group.id(), group));
        this.active = new ConcurrentSkipListMap<>(byId(content.users()));
        this.idByName = new ConcurrentHashMap<>(active.size());
        this.addresses = new Addresses(active, idByName);
        this.relations = new Relations(active);
        active.values().forEach(this::index);
        content.users().stream().filter(user -> user.identity() != Identity.ACTIVE)
                .forEach(user -> show(null, user));
        active.values().forEach(this::expireLater);
    }

    /** The active ones in their order, from which a skip list is built in one go. */
    private static NavigableMap<String, User> byId(List<User> users) {
        TreeMap<String, User> active = new TreeMap<>();
        for (User user : users) {
            if (user.identity() == Identity.ACTIVE && active.put(user.id(), user) != null) {
                throw new IllegalArgumentException("user " + user.id() + " is there twice");
            }
        }
        return active;
    }

    /** From now on every change is given to this recorder before it is shown. */
    public void recordWith(Recorder next) {
        recorder = next;
    }

    /** From now on this happens in the tenant without being asked for. */
    public void liveWith(Pulse next) {
        pulse = next;
    }

    public DirectoryContent content() {
        return content;
    }

    public ServerClock clock() {
        return clock;
    }

    public History history() {
        return history;
    }

    public Seats seats() {
        return seats;
    }

    public Addresses addresses() {
        return addresses;
    }

    public ConcurrentNavigableMap<String, User> active() {
        return active;
    }

    public ConcurrentNavigableMap<String, User> deleted() {
        return deleted;
    }

    /** Accounts that are gone for good. */
    public ConcurrentNavigableMap<String, User> purged() {
        return purged;
    }

    public NavigableMap<String, Group> groups() {
        return groups;
    }

    /** Role assignments as they are now; the list never changes, a change is another list. */
    public List<RoleAssignment> roles() {
        return roles;
    }

    /** Ids of service plans that have left every product. */
    public List<String> retiredPlans() {
        return retiredPlans;
    }

    /** Active members of a group, themselves in it, by id. */
    public NavigableSet<String> members(String groupId) {
        return relations.members(groupId);
    }

    /** Active owners of a group, by id. */
    public NavigableSet<String> owners(String groupId) {
        return relations.owners(groupId);
    }

    /** Active users whose manager that user is, by id. */
    public NavigableSet<String> reports(String userId) {
        return relations.reports(userId);
    }

    /** The active user of that object id or user principal name (apostrophes may be doubled), or null. */
    public @Nullable User find(String idOrName) {
        String key = idOrName.toLowerCase(Locale.ROOT);
        User byId = active.get(key);
        if (byId != null) {
            return byId;
        }
        String id = idByName.get(key);
        if (id == null && key.contains("''")) {
            id = idByName.get(key.replace("''", "'"));
        }
        return id == null ? null : active.get(id);
    }

    /** The user of that object id, whatever became of it, or null. */
    public @Nullable User everKnown(String id) {
        String key = id.toLowerCase(Locale.ROOT);
        User user = active.get(key);
        if (user == null) {
            user = deleted.get(key);
        }
        return user == null ? purged.get(key) : user;
    }

    /** Runs something that reads and changes the state as one step. */
    public <T> T exclusively(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Records the new states of users and shows them. Only within {@link #exclusively}. */
    public void commit(String by, List<User> after) {
        commit(Event.of(clock.now(), by, after));
    }

    /** Records a change and shows it. Only within {@link #exclusively}. */
    public void commit(Event event) {
        if (!lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("a change outside of exclusively()");
        }
        if (event.isEmpty()) {
            return;
        }
        List<String> retired = Stream.concat(retiredPlans.stream(), event.retired().stream()).distinct().toList();
        List<Change.Step> steps = new ArrayList<>(event.users().size());
        event.users().forEach(user -> steps.add(new Change.Step(everKnown(user.id()), without(retired, user))));
        Instant moment = history.notBefore(event.at().truncatedTo(ChronoUnit.MICROS));
        Change change = new Change(history.last() + 1, moment.toString(), event.by(), steps, event.roles(),
                event.retired(), event.mark());
        recorder.record(change);
        apply(change, moment);
    }

    /** A plan that has left a product is in no licence of it, however the licence came to be given. */
    private static User without(List<String> retired, User user) {
        boolean concerned = user.assignments().stream()
                .anyMatch(assignment -> retired.stream().anyMatch(Skus.known(assignment.skuId())::has));
        return concerned ? user.with(UserField.RETIRED_PLANS, retired) : user;
    }

    /** Shows a change that was recorded earlier. */
    public void replay(Change change) {
        exclusively(() -> {
            apply(change, Instant.parse(change.at()));
            return change;
        });
    }

    private void apply(Change change, Instant moment) {
        for (Change.Step step : change.steps()) {
            show(step.before(), step.after());
        }
        change.roles().forEach(this::show);
        if (!change.retired().isEmpty()) {
            retiredPlans = Stream.concat(retiredPlans.stream(), change.retired().stream()).distinct().toList();
        }
        history.add(change, moment);
    }

    private void show(Change.RoleStep step) {
        List<RoleAssignment> next = new ArrayList<>(roles);
        next.removeIf(assignment -> assignment.id().equals(step.assignment().id()));
        if (step.granted()) {
            next.add(step.assignment());
        }
        roles = List.copyOf(next);
    }

    private void show(@Nullable User before, User after) {
        if (before != null) {
            hide(before, after);
        }
        switch (after.identity()) {
            case ACTIVE -> showActive(after);
            case SOFT_DELETED -> deleted.put(after.id(), after);
            case ABSENT -> purged.put(after.id(), after);
        }
        relate(before, after);
        expireLater(after);
    }

    private void relate(@Nullable User before, User after) {
        if (before != null && before.identity() == Identity.ACTIVE) {
            relations.forget(before);
        }
        if (after.identity() == Identity.ACTIVE) {
            relations.learn(after);
        }
    }

    private void hide(User before, User after) {
        Identity next = after.identity();
        switch (before.identity()) {
            case ACTIVE -> {
                hideActive(before);
                if (next != Identity.ACTIVE) {
                    active.remove(before.id());
                }
            }
            case SOFT_DELETED -> {
                if (next != Identity.SOFT_DELETED) {
                    deleted.remove(before.id());
                }
            }
            case ABSENT -> purged.remove(before.id());
        }
    }

    private void hideActive(User user) {
        idByName.remove(user.principalName().toLowerCase(Locale.ROOT), user.id());
        addresses.forget(user);
        seats.release(user);
    }

    private void showActive(User user) {
        active.put(user.id(), user);
        index(user);
    }

    private void index(User user) {
        idByName.put(user.principalName().toLowerCase(Locale.ROOT), user.id());
        addresses.learn(user);
        seats.take(user);
    }

    private void expireLater(User user) {
        Instant end = Retention.end(user);
        if (end.isBefore(nextExpiry)) {
            nextExpiry = end;
        }
    }

    /**
     * Lets happen what is due and lets go for good what has been kept long enough. Called before every request; nearly
     * always returns at once.
     */
    public void expire() {
        Instant now = clock.now();
        pulse.play(now);
        if (now.isBefore(nextExpiry)) {
            return;
        }
        exclusively(() -> {
            nextExpiry = Instant.MAX;
            List<User> over = new ArrayList<>();
            active.values().forEach(user -> Retention.collect(user, now, over));
            deleted.values().forEach(user -> Retention.collect(user, now, over));
            active.values().forEach(this::expireLater);
            deleted.values().forEach(this::expireLater);
            commit("service", over);
            return over;
        });
    }
}
