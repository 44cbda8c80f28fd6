package dev.shisa.tenant;

/** The permission to send one request. It counts as being on its way until it is closed: when its answer came, or when it was not sent. */
@FunctionalInterface
public interface Turn extends AutoCloseable {
    @Override
    void close();

    /** Of a service that nobody counts requests for. */
    static Turn free() {
        return () -> {
        };
    }
}
