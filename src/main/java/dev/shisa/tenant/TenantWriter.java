package dev.shisa.tenant;

import dev.shisa.catalog.WireCall;
import java.util.UUID;

/** The only way to change a tenant. One call is one request on the wire: never retried, never batched. Safe for several threads. */
public interface TenantWriter {

    /**
     * Sends one request.
     *
     * @param call the request
     * @param requestId the client-request-id under which the service logs it
     */
    WriteOutcome apply(WireCall call, UUID requestId);

    /** The client id under which the service logs these writes. */
    String application();
}
