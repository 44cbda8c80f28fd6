package dev.shisa.sandbox.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.sandbox.directory.Assignment;
import dev.shisa.sandbox.directory.Change;
import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.DirectoryContent;
import dev.shisa.sandbox.directory.RoleAssignment;
import dev.shisa.sandbox.directory.ServerClock;
import dev.shisa.sandbox.directory.ServiceActor;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import dev.shisa.sandbox.seed.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What happens by itself: how often, to whom, in which order, and the same again for the same seed. */
final class LifeTest {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private final ServerClock clock = ServerClock.standing();

    private Directory directory(DirectoryContent content) {
        return new Directory(LicencePool.in(content), clock);
    }

    private static Life living(Directory directory, String file) throws LifeRefused {
        Life life = new Life(LifeSettings.parse(file), directory, START);
        directory.liveWith(life);
        return life;
    }

    /** A file in which only these kinds happen. */
    private static String only(String rates) {
        List<String> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (!rates.contains(kind.label())) {
                all.add(kind.label() + ": 0");
            }
        }
        return "seed: 7\nrates: {" + rates + (all.isEmpty() ? "" : ", " + String.join(", ", all)) + "}\n";
    }

    private static Map<String, Integer> counts(Directory directory) {
        Map<String, Integer> counts = new HashMap<>();
        for (Change change : directory.history().after(0)) {
            counts.merge(Objects.requireNonNull(change.mark()).event(), 1, Integer::sum);
        }
        return counts;
    }

    @Test
    void everyKindComesAsOftenAsItsRateSays() throws LifeRefused {
        Directory directory = directory(Seeds.synthetic(10_000));
        living(directory, "seed: 7").play(START.plus(Duration.ofDays(7)));
        Map<String, Integer> counts = counts(directory);
        for (Kind kind : Kind.values()) {
            double expected = kind.usualRate() * 10 * 168;
            double found = counts.getOrDefault(kind.label(), 0);
            assertTrue(Math.abs(found - expected) <= 4 * Math.sqrt(expected),
                    kind.label() + ": " + found + ", not about " + expected);
        }
        assertEquals(counts.get(Kind.ROLE_ACTIVATED.label()), counts.get("role-expired"));
    }

    @Test
    void theSameSeedLivesTheSameLifeWhateverTheStepsOfTheClock() throws LifeRefused {
        String file = "{\"seed\": 3, \"speed\": 200}";
        Directory atOnce = directory(Seeds.small(START));
        living(atOnce, file).play(START.plus(Duration.ofDays(3)));
        Directory byAndBy = directory(Seeds.small(START));
        Life slowly = living(byAndBy, file);
        for (int hour = 1; hour <= 72; hour++) {
            slowly.play(START.plus(Duration.ofHours(hour)));
        }
        assertEquals(told(atOnce), told(byAndBy));
        assertTrue(told(atOnce).size() > 200, "only " + told(atOnce).size());
        Directory other = directory(Seeds.small(START));
        living(other, "{\"seed\": 4, \"speed\": 200}").play(START.plus(Duration.ofDays(3)));
        assertNotEquals(told(atOnce), told(other));
    }

    private static List<String> told(Directory directory) {
        return directory.history().after(0).stream().map(change -> change.at() + " " + change.by() + " "
                + change.mark() + change.roles()
                + change.steps().stream().map(step -> described(step.after())).toList())
                .toList();
    }

    private static List<String> described(User user) {
        List<String> values = new ArrayList<>(List.of(user.id()));
        for (UserField field : UserField.values()) {
            values.add(field + "=" + user.value(field));
        }
        return values;
    }

    @Test
    void nobodyWhoIsSetApartIsEverTouched() throws LifeRefused {
        Directory directory = directory(Seeds.small(START));
        List<User> apart = directory.active().values().stream()
                .filter(user -> user.principalName().matches("(rehearsal|sentinel|breakglass)-.*|admin.*|useradmin.*"
                        + "|operator.*|eligible.*|restricted.*|room.*|shared.*"))
                .toList();
        assertEquals(19, apart.size());
        living(directory, "{\"speed\": 2000}").play(START.plus(Duration.ofDays(3)));
        assertTrue(directory.history().last() > 2000);
        for (User user : apart) {
            assertEquals(described(user), described(Objects.requireNonNull(directory.everKnown(user.id()))));
        }
    }

    @Test
    void aLicenceFollowsItsGroupLaterAndByAnother() throws LifeRefused {
        Directory directory = directory(Seeds.small(START));
        living(directory, only("licence-group-recalculated: 50")).play(START.plus(Duration.ofHours(6)));
        Map<String, Change> moved = new HashMap<>();
        int followed = 0;
        for (Change change : directory.history().after(0)) {
            Change.Mark mark = Objects.requireNonNull(change.mark());
            if (mark.event().equals("licence-followed")) {
                Change origin = Objects.requireNonNull(moved.get(mark.due()));
                Duration later = Duration.between(Instant.parse(origin.at()), Instant.parse(change.at()));
                assertTrue(later.compareTo(Duration.ofSeconds(1)) >= 0 && later.compareTo(Duration.ofSeconds(61)) < 0,
                        later.toString());
                assertEquals(ServiceActor.GROUP_LICENSING.label(), change.by());
                followed++;
            } else {
                Change.Step step = change.steps().getFirst();
                assertEquals(Objects.requireNonNull(step.before()).assignments(), step.after().assignments());
                assertEquals(ServiceActor.DYNAMIC_GROUPS.label(), change.by());
                moved.put(mark.due(), change);
            }
        }
        assertTrue(followed > 5, followed + " of " + moved.size());
        for (User user : directory.active().values()) {
            Set<String> groups = Set.copyOf(user.texts(UserField.GROUPS));
            assertTrue(user.assignments().stream().map(Assignment::group).filter(Objects::nonNull)
                    .allMatch(groups::contains), user.principalName());
        }
    }

    @Test
    void aRoleIsHeldForAnHourAndGone() throws LifeRefused {
        Directory directory = directory(Seeds.small(START));
        int before = directory.roles().size();
        Life life = living(directory, only("role-activated: 100") + "activation: PT1H\n");
        Instant now = START;
        while (directory.history().last() == 0) {
            now = now.plus(Duration.ofMinutes(1));
            life.play(now);
        }
        List<RoleAssignment> held = directory.roles().stream().filter(role -> !role.eligible())
                .sorted(Comparator.comparing(RoleAssignment::created).reversed()).toList();
        assertEquals(before + 1, directory.roles().size());
        Change granted = directory.history().after(0).getFirst();
        assertEquals(ServiceActor.USER + held.getFirst().principal(), granted.by());
        life.play(Instant.parse(Objects.requireNonNull(granted.mark()).due()).plus(Duration.ofMinutes(59)));
        assertTrue(directory.roles().contains(held.getFirst()));
        life.play(Instant.parse(Objects.requireNonNull(granted.mark()).due()).plus(Duration.ofMinutes(60)));
        assertFalse(directory.roles().contains(held.getFirst()));
    }

    @Test
    void whereNobodyIsEligibleARoleIsAssignedForATime() throws LifeRefused {
        Directory directory = directory(Seeds.sgu());
        living(directory, only("role-activated: 1")).play(START.plus(Duration.ofHours(3)));
        Change granted = directory.history().after(0).getFirst();
        String administrator = directory.content().roles().getFirst().principal();
        assertEquals(ServiceActor.USER + administrator, granted.by());
        assertNotEquals(administrator, granted.roles().getFirst().assignment().principal());
    }

    @Test
    void joinersRespectTheSeats() throws LifeRefused {
        Directory directory = directory(Seeds.small(START));
        living(directory, only("joiner: 500")).play(START.plus(Duration.ofDays(3)));
        assertTrue(counts(directory).getOrDefault("joiner", 0) > 500);
        for (String sku : directory.content().seats().keySet()) {
            assertTrue(directory.seats().used(sku) <= directory.seats().bought(sku), sku);
        }
        long licensed = directory.active().values().stream()
                .filter(user -> user.principalName().startsWith("joiner-") && user.mailbox() != null).count();
        assertTrue(licensed > 5 && licensed < 100, licensed + " with a mailbox");
    }

    @Test
    void aPlanIsRetiredForAllAtOnce() throws LifeRefused {
        Directory directory = directory(Seeds.sgu());
        Life life = living(directory, only("joiner: 1") + "plan-retired: {at: PT12H, plan: YAMMER_EDU}\n");
        life.play(START.plus(Duration.ofHours(13)));
        List<Change> retired = directory.history().after(0).stream().filter(change -> !change.retired().isEmpty())
                .toList();
        assertEquals(1, retired.size());
        assertTrue(retired.getFirst().steps().size() >= 7340, retired.getFirst().steps().size() + " accounts");
        assertFalse(retired.getFirst().audited());
        life.play(START.plus(Duration.ofDays(3)));
        assertTrue(directory.active().values().stream().filter(user -> !user.assignments().isEmpty())
                .allMatch(user -> user.texts(UserField.RETIRED_PLANS).equals(directory.retiredPlans())));
        assertTrue(directory.active().values().stream().filter(user -> !user.assignments().isEmpty())
                .allMatch(user -> Objects.requireNonNull(user.mailbox()).present()));
    }

    @Test
    void aShareOfTheRecordsNeverAppears() throws LifeRefused {
        Directory directory = directory(Seeds.synthetic(2000));
        living(directory, only("password-changed: 5") + "audit: {missing: 0.25}\n")
                .play(START.plus(Duration.ofHours(100)));
        List<Change> all = directory.history().after(0);
        long missing = all.stream().filter(change -> !change.audited()).count();
        assertTrue(Math.abs(missing - all.size() * 0.25) < 4 * Math.sqrt(all.size() * 0.1875),
                missing + " of " + all.size());
    }

    @Test
    void aBacklogIsBoundedAndGoesOnWithTheNextRequest() throws LifeRefused {
        Directory directory = directory(Seeds.synthetic(1000));
        Life life = living(directory, only("password-changed: 10000"));
        life.play(START.plus(Duration.ofHours(3)));
        assertEquals(Life.MOST_AT_ONCE, directory.history().last());
        life.play(START.plus(Duration.ofHours(3)));
        assertTrue(directory.history().last() > 29_000 && directory.history().last() < 31_000);
    }

    @Test
    void aRestartGoesOnAfterTheLastEvent() throws LifeRefused {
        String file = "{\"seed\": 5, \"speed\": 100}";
        Directory through = directory(Seeds.small(START));
        Life whole = living(through, file);
        Directory first = directory(Seeds.small(START));
        Life half = living(first, file);
        int restarts = 0;
        for (int minute = 1; minute <= 1440; minute++) {
            whole.play(START.plus(Duration.ofMinutes(minute)));
            half.play(START.plus(Duration.ofMinutes(minute)));
            if (minute % 97 == 0) {
                Directory next = directory(Seeds.small(START));
                first.history().after(0).forEach(next::replay);
                half = living(next, file);
                first = next;
                restarts++;
            }
        }
        assertEquals(told(through), told(first));
        assertEquals(14, restarts);
    }

    @Test
    void whatWasToFollowFollowsAfterARestart() throws LifeRefused {
        String file = only("role-activated: 50, licence-group-recalculated: 500");
        Directory first = directory(Seeds.small(START));
        Life life = living(first, file);
        Instant now = START;
        while (followed(first) || !counts(first).containsKey("role-activated")) {
            now = now.plus(Duration.ofSeconds(1));
            life.play(now);
        }
        Map<String, Integer> before = counts(first);
        Directory second = directory(Seeds.small(START));
        first.history().after(0).forEach(second::replay);
        assertEquals(first.roles(), second.roles());
        living(second, file).play(now.plus(Duration.ofHours(3)));
        life.play(now.plus(Duration.ofHours(3)));
        assertEquals(told(first), told(second));
        assertTrue(counts(second).getOrDefault("role-expired", 0) > before.getOrDefault("role-expired", 0));
    }

    /** Whether the last change left nothing to follow. */
    private static boolean followed(Directory directory) {
        List<Change> all = directory.history().after(0);
        return all.isEmpty() || !Objects.requireNonNull(all.getLast().mark()).event()
                .equals(Kind.LICENCE_GROUP_RECALCULATED.label());
    }

    @Test
    void licencesFollowBetweenASecondAndAMinuteLater() throws LifeRefused {
        FollowUps followUps = new FollowUps(LifeSettings.parse(""));
        long shortest = Long.MAX_VALUE;
        long longest = 0;
        for (int i = 0; i < 5000; i++) {
            Instant origin = START.plusMillis(i * 1717L);
            long later = Duration.between(origin, followUps.licenceFollows(origin, "user", "group").at()).toMillis();
            shortest = Math.min(shortest, later);
            longest = Math.max(longest, later);
        }
        assertTrue(shortest >= 1000 && shortest < 2000, shortest + " ms");
        assertTrue(longest <= 60_000 && longest > 59_000, longest + " ms");
    }
}
