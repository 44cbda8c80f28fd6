package dev.shisa.sandbox.life;

import dev.shisa.sandbox.directory.RoleAssignment;
import java.time.Instant;
import java.util.Comparator;

/**
 * Something that happens at a moment.
 *
 * @param origin the moment for which the first event was drawn, of which this is part; names it together with the label
 */
record Due(Instant at, Instant origin, What what) {

    /** In the order of time; at the same moment in a fixed order. */
    static final Comparator<Due> ORDER = Comparator.comparing(Due::at).thenComparing(Due::label)
            .thenComparing(Due::origin);

    /** What happens. */
    sealed interface What {

        /** An event of one of the kinds. */
        record Drawn(Kind kind) implements What {
        }

        /** A role that was held for a time is given up. */
        record RoleEnds(RoleAssignment assignment) implements What {
        }

        /** The licences of a group follow a membership. */
        record LicenceFollows(String user, String group) implements What {
        }

        /** A service plan leaves every product. */
        record PlanRetired(String plan) implements What {
        }
    }

    /** A drawn event. */
    static Due drawn(Instant at, Kind kind) {
        return new Due(at, at, new What.Drawn(kind));
    }

    /** The name in the change log. */
    String label() {
        return switch (what) {
            case What.Drawn(Kind kind) -> kind.label();
            case What.RoleEnds ends -> Cursor.ROLE_ENDED;
            case What.LicenceFollows follows -> Cursor.LICENCE_FOLLOWED;
            case What.PlanRetired retired -> Cursor.PLAN_RETIRED;
        };
    }
}
