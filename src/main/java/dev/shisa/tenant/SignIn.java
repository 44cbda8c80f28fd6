package dev.shisa.tenant;

/** Gives access tokens for one application. Safe for several threads. */
public interface SignIn {

    /**
     * A token that has not expired by the local clock.
     *
     * @throws TenantFailure when the sign-in is refused, or nobody answers
     */
    String token() throws TenantFailure;

    /**
     * Forgets a token that the service refused, with everything that has cached it.
     *
     * @param refused the token; nothing happens when another one is in use by now
     */
    void forget(String refused);
}
