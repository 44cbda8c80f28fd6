package dev.shisa.cli;

import dev.shisa.graph.GraphConnection;
import dev.shisa.site.Site;
import dev.shisa.site.TenantKind;

/** Which tenant a command line means. Choosing touches no network. */
sealed interface TenantChoice {

    /** What is at stake there, as far as it is known before the tenant answers. */
    TenantKind kind();

    /** The tenant id it must answer with. */
    String tenantId();

    /** The sandbox tenant whose state lies in the store. */
    record Embedded() implements TenantChoice {
        @Override
        public TenantKind kind() {
            return TenantKind.SANDBOX;
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
        public TenantKind kind() {
            return Site.of(connection.tenantId(), connection.graph()).kind();
        }

        @Override
        public String tenantId() {
            return connection.tenantId();
        }
    }
}
