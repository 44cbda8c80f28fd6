package dev.shisa.catalog;

import java.time.Duration;
import java.util.Optional;

/**
 * One declared change of one facet.
 *
 * @param change what becomes of the facet
 * @param within how long the change may take to become visible; not negative
 * @param after when the service defers the change on purpose: by how long; the change is then judged by a later verification
 */
public record Effect(Change change, Duration within, Optional<Duration> after) {
}
