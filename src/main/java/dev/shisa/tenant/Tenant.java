package dev.shisa.tenant;

/**
 * A tenant that can be read, and for which a writer can be had. The writer's sign-in happens only when {@link #writer} is called, so
 * that a program that never comes so far never holds the right to write.
 */
public interface Tenant extends AutoCloseable {

    /** The reader. */
    TenantReader reader();

    /**
     * Signs in for writing.
     *
     * @throws TenantFailure when the sign-in is refused or the service cannot be reached
     */
    TenantWriter writer() throws TenantFailure;

    /** The client id under which the service logs writes of this program; known without signing in. */
    String application();

    /** The writing requests sent so far by this process. */
    long writeCalls();

    @Override
    void close();
}
