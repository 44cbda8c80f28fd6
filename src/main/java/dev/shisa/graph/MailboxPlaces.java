package dev.shisa.graph;

import dev.shisa.account.AccountId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Keeps the requests for one mailbox that are under way below what Outlook takes from one application, four. Safe for several threads. */
final class MailboxPlaces {
    static final int MOST = 4;

    private final Map<AccountId, Integer> taken = new HashMap<>();

    /** Places of several mailboxes, given back together. */
    interface Places extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits for places in each of these mailboxes. They are taken in one order, so nobody waits for whoever waits for them.
     *
     * @param mailboxes whose
     * @param each how many in each, at most {@link #MOST}
     * @throws InterruptedException when the thread is to stop; no place is kept then
     */
    Places take(Collection<AccountId> mailboxes, int each) throws InterruptedException {
        Deque<AccountId> mine = new ArrayDeque<>();
        Places places = () -> free(mine, each);
        try {
            for (AccountId mailbox : new TreeSet<>(mailboxes)) {
                takeOne(mailbox, each);
                mine.add(mailbox);
            }
        } catch (InterruptedException e) {
            places.close();
            throw e;
        }
        return places;
    }

    private synchronized void takeOne(AccountId mailbox, int each) throws InterruptedException {
        while (taken.getOrDefault(mailbox, 0) + each > MOST) {
            wait();
        }
        taken.merge(mailbox, each, Integer::sum);
    }

    private synchronized void free(Deque<AccountId> mine, int each) {
        while (!mine.isEmpty()) {
            taken.computeIfPresent(mine.remove(), (_, count) -> count > each ? count - each : null);
        }
        notifyAll();
    }
}
