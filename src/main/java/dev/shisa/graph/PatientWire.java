package dev.shisa.graph;

import dev.shisa.text.Text;
import dev.shisa.tenant.Budget;
import dev.shisa.tenant.Cost;
import dev.shisa.tenant.Patience;
import dev.shisa.tenant.SignIn;
import com.microsoft.kiota.RequestInformation;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantFailure.Reason;
import dev.shisa.tenant.Waiter;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;

/** Asks again where asking again is harmless: reads only. Every number of tries and every wait is bounded. Safe for several threads. */
final class PatientWire {
    /** Nobody listens: that seldom passes within seconds, and a person waits. */
    private static final int TRIES_WITHOUT_CONNECTION = 3;

    private final Wire wire;
    private final SignIn signIn;
    private final Waiter waiter;

    PatientWire(Wire wire, SignIn signIn, Waiter waiter) {
        this.wire = wire;
        this.signIn = signIn;
        this.waiter = waiter;
    }

    /** Patience for one question. */
    Patience patience() {
        return new Patience(waiter);
    }

    /** Nanoseconds since some moment; the clock that waits go by. */
    long nanos() {
        return waiter.nanos();
    }

    /** How many questions may be on their way. */
    Outstanding outstanding() {
        return wire.outstanding();
    }

    /** What all requests to this service share. */
    Budget budget() {
        return wire.budget();
    }

    /** The token in use. */
    String token() throws TenantFailure {
        return signIn.token();
    }

    /**
     * The answer, if it is a success.
     *
     * @param question makes the request anew for each try
     * @throws TenantFailure for every other answer, and for none
     */
    Answer need(Supplier<RequestInformation> question) throws TenantFailure {
        return need(question, Cost.NOTHING);
    }

    /**
     * The answer, if it is a success.
     *
     * @param question makes the request anew for each try
     * @param parts what is in it takes of the quotas, beside itself
     * @throws TenantFailure for every other answer, and for none
     */
    Answer need(Supplier<RequestInformation> question, Cost parts) throws TenantFailure {
        Answer answer = ask(question, parts);
        if (!answer.isSuccess()) {
            throw answer.failure();
        }
        return answer;
    }

    /**
     * The answer, whatever it is, unless it is one that asking again can change.
     *
     * @param question makes the request anew for each try
     * @throws TenantFailure when there is no answer, or only faults of the service, or the token is refused twice
     */
    Answer ask(Supplier<RequestInformation> question) throws TenantFailure {
        return ask(question, Cost.NOTHING);
    }

    private Answer ask(Supplier<RequestInformation> question, Cost parts) throws TenantFailure {
        Patience patience = patience();
        boolean renewed = false;
        while (true) {
            String token = signIn.token();
            try {
                Answer answer = wire.ask(question.get(), token, UUID.randomUUID(), parts);
                if (answer.status() == 401 && !renewed) {
                    renewed = true;
                    signIn.forget(token);
                } else if (answer.status() == 401) {
                    throw answer.failure();
                } else if (!answer.isPassing()) {
                    return answer;
                } else if (!patience.again(answer.retryAfter())) {
                    throw givenUp(answer, patience);
                }
            } catch (IOException e) {
                if (!patience.again(Optional.empty(), limit(e))) {
                    throw new TenantFailure(Reason.UNREACHABLE, Text.counted(patience.tries(),
                            "The service gave no answer in {0} try ({1}).",
                            "The service gave no answer in {0} tries ({1}).",
                            describe(e)));
                }
            }
        }
    }

    private static TenantFailure givenUp(Answer answer, Patience patience) {
        Text asked = answer.retryAfter().map(wait -> Text.of("; it asks to wait {0} s", wait.toSeconds()))
                .orElse(Text.of(""));
        return new TenantFailure(Reason.UNREACHABLE, Text.of("{0} was answered with {1}{2}. Given up after {3} tries.",
                answer.what(), answer.fault().sentence(), asked, patience.tries()));
    }

    private static int limit(IOException fault) {
        if (fault instanceof SSLException || fault instanceof UnknownHostException) {
            return 1;
        }
        return fault instanceof java.net.ConnectException ? TRIES_WITHOUT_CONNECTION : Integer.MAX_VALUE;
    }

    private static String describe(IOException fault) {
        return fault.getClass().getSimpleName() + ": " + String.valueOf(fault.getMessage());
    }
}
