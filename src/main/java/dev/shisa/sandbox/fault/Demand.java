package dev.shisa.sandbox.fault;

/** What a request asks of the quotas. */
public sealed interface Demand {

    /** Nothing. */
    record Free() implements Demand {
    }

    /**
     * Of the directory.
     *
     * @param application client id
     * @param units       resource units, from 1
     * @param writes      1 for a write, 0 for a read
     */
    record OfDirectory(String application, int units, int writes) implements Demand {
    }

    /**
     * Of the audit logs.
     *
     * @param application client id
     */
    record OfReports(String application) implements Demand {
    }

    /**
     * Of Outlook.
     *
     * @param application client id
     * @param mailbox     object id of the owner, or what the path says when there is none
     */
    record OfMailbox(String application, String mailbox) implements Demand {
    }
}
