package dev.shisa.keepsake;

import java.util.Map;
import java.util.Optional;

/**
 * How the other ends of ties stand now.
 *
 * @param there by object id, those that still exist, as they are now; who was asked for and is not in the map is gone
 * @param managers by object id of a person, who manages that person now; who has no manager is not in the map
 */
public record Counterparts(Map<String, Link> there, Map<String, Link> managers) {
    public Counterparts {
        there = Map.copyOf(there);
        managers = Map.copyOf(managers);
    }

    /** The other end as it is now; empty when it is gone. */
    Optional<Link> now(Link then) {
        return Optional.ofNullable(there.get(then.id()));
    }
}
