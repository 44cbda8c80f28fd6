package dev.shisa.site;

import java.net.URI;
import java.util.Optional;

/**
 * Which site holds for a tenant: that of the machine's bundle, else the built-in one. A bundle that the environment names counts for a sandbox
 * tenant only, because whoever types the command also sets the environment.
 *
 * @param machine the bundle of this machine; empty where there is none
 * @param named the bundle that the environment names; empty where it names none
 */
public record Sites(Optional<Bundle.Intact> machine, Optional<Bundle.Intact> named) {

    /** What holds for a tenant, or why none can be said to. */
    public sealed interface Answer {

        /**
         * It holds.
         *
         * @param site what is pinned
         */
        record Held(Site site) implements Answer {
        }

        /**
         * A bundle speaks of a tenant of which it may not speak so.
         *
         * @param believed what would have been right
         * @param found what is there
         */
        record Contradicted(String believed, String found) implements Answer {
        }
    }

    /**
     * The site of a tenant.
     *
     * @param tenantId the id it answers with
     * @param graph where it answers
     */
    public Answer of(String tenantId, URI graph) {
        boolean sandbox = Site.isSandbox(tenantId, graph);
        if (named.isPresent() && !sandbox) {
            return new Answer.Contradicted(
                    "a site bundle that is named by SHISA_SITE, for a sandbox tenant on this machine",
                    "tenant " + tenantId + " at " + graph);
        }
        Site site = named.flatMap(bundle -> bundle.site(tenantId))
                .or(() -> machine.flatMap(bundle -> bundle.site(tenantId))).orElseGet(() -> Site.of(tenantId, graph));
        return site.kind() == TenantKind.SANDBOX && !sandbox
                ? new Answer.Contradicted("a sandbox tenant that answers on this machine", tenantId + " at " + graph)
                : new Answer.Held(site);
    }
}
