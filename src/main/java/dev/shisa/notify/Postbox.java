package dev.shisa.notify;

import dev.shisa.text.Text;
import java.util.List;
import java.util.Optional;

/** Sends mail. */
@FunctionalInterface
public interface Postbox {
    /**
     * Sends one mail.
     *
     * @param from sign-in name of the mailbox that sends it
     * @param to who gets it; not empty
     * @param subject one line
     * @param text plain text
     * @return why it was not accepted, the end of a sentence; empty when it was
     * @throws InterruptedException when the thread is asked to stop while it waits
     */
    Optional<Text> send(String from, List<String> to, String subject, String text) throws InterruptedException;
}
