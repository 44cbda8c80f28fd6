package dev.shisa.exchange;

import dev.shisa.tenant.SignIn;
import dev.shisa.tenant.Waiter;

/** The Exchange service, asked with somebody else's patience. */
public final class ExchangeInNoTime {
    private ExchangeInNoTime() {
    }

    /** A reader; whatever it waits for, it waits on that waiter. */
    public static ExchangeReader of(ExchangeConnection connection, SignIn signIn, Waiter waiter) {
        return new ExchangeReader(connection, signIn, waiter);
    }
}
