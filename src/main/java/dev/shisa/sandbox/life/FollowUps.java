package dev.shisa.sandbox.life;

import dev.shisa.sandbox.directory.RoleAssignment;
import java.time.Duration;
import java.time.Instant;

/** What follows from an event, and when: computed from the event's moment alone, so that a restart finds the same. */
final class FollowUps {

    private static final Duration SOONEST = Duration.ofSeconds(1);
    private static final Duration LATEST = Duration.ofSeconds(60);
    private static final Duration LEAST = Duration.ofMillis(1);

    private final LifeSettings settings;

    FollowUps(LifeSettings settings) {
        this.settings = settings;
    }

    Due roleEnds(Instant origin, RoleAssignment assignment) {
        return new Due(origin.plus(quickened(settings.activation())), origin, new Due.What.RoleEnds(assignment));
    }

    Due licenceFollows(Instant origin, String user, String group) {
        double share = Draws.of(settings.seed(), Cursor.LICENCE_FOLLOWED, origin).nextDouble();
        Duration later = SOONEST.plusMillis((long) (share * LATEST.minus(SOONEST).toMillis()));
        return new Due(origin.plus(quickened(later)), origin, new Due.What.LicenceFollows(user, group));
    }

    private Duration quickened(Duration usual) {
        Duration quick = Duration.ofNanos((long) (usual.toNanos() / settings.speed()));
        return quick.compareTo(LEAST) < 0 ? LEAST : quick;
    }
}
