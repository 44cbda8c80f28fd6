package dev.shisa.tenant;

import dev.shisa.catalog.WireCall;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** The only way to change a tenant. One call is one request on the wire: never retried, never batched. Safe for several threads. */
public interface TenantWriter {

    /**
     * Waits until one more request may leave. Before each {@link #apply}, and before whatever it is decided by is looked at for the last time: the wait may be
     * long. The turn is closed when the answer came, or when nothing was sent.
     *
     * @param stopped whether nobody wants it to be sent any more; asked while it waits
     * @throws InterruptedException when the thread is to stop
     */
    default Budget.Permission turn(BooleanSupplier stopped) throws InterruptedException {
        return new Budget.Permission.Granted(Turn.free());
    }

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
