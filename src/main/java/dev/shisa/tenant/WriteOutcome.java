package dev.shisa.tenant;

import java.util.List;

/**
 * What a writing request led to, as far as its answer says. None of these says that anything happened: that is seen afterwards.
 */
public sealed interface WriteOutcome {

    /** One sentence for the journal and for people; no secret in it. */
    String sentence();

    /**
     * The service said yes.
     *
     * @param status HTTP status
     * @param sentence for people
     * @param warnings what the service said beside its yes
     */
    record Accepted(int status, String sentence, List<String> warnings) implements WriteOutcome {
        public Accepted {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The service said no, and nothing was done: 400, 401, 403, 405, 409, 429.
     *
     * @param status HTTP status
     * @param code the service's error code, empty when it gave none
     * @param retryAfterSeconds how long the service asks to wait, 0 when it does not say
     * @param sentence for people
     */
    record Rejected(int status, String code, double retryAfterSeconds, String sentence) implements WriteOutcome {
    }

    /**
     * Nobody can say: a fault of the service, no answer, a broken connection, or a 404 after our own write.
     *
     * @param sentence for people
     */
    record Unknown(String sentence) implements WriteOutcome {
    }
}
