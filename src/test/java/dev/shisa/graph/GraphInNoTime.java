package dev.shisa.graph;

import dev.shisa.tenant.Budget;
import dev.shisa.tenant.Waiter;

/** A tenant over Graph whose patience is somebody else's clock. */
public final class GraphInNoTime {
    private GraphInNoTime() {
    }

    /** The tenant at the end of that connection; whatever it waits for, it waits on that waiter. */
    public static GraphTenant of(GraphConnection connection, Waiter waiter) {
        return new GraphTenant(connection, Budget.silent(waiter), waiter,
                (application, client) -> new AzureSignIn(connection, application, client));
    }
}
