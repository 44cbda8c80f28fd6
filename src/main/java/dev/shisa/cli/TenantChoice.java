package dev.shisa.cli;

import dev.shisa.graph.GraphConnection;
import dev.shisa.site.Site;
import java.net.URI;

/** Which tenant a command line means. Choosing touches no network. */
sealed interface TenantChoice {

    /** Where it answers; of the embedded tenant, which is started on demand, only that it is on this machine. */
    URI graph();

    /** The tenant id it must answer with. */
    String tenantId();

    /** The sandbox tenant whose state lies in the store. */
    record Embedded() implements TenantChoice {
        @Override
        public URI graph() {
            return URI.create("https://127.0.0.1/v1.0");
        }

        @Override
        public String tenantId() {
            return Site.SANDBOX_TENANT;
        }
    }

    /**
     * A tenant that is reached over the network, a served sandbox included.
     *
     * @param connection how
     */
    record Reached(GraphConnection connection) implements TenantChoice {
        @Override
        public URI graph() {
            return connection.graph();
        }

        @Override
        public String tenantId() {
            return connection.tenantId();
        }
    }
}
