package dev.shisa.notify;

import dev.shisa.text.Text;
import java.util.Optional;

/** One way in which a notice leaves this process. */
@FunctionalInterface
public interface Notifier {
    /**
     * Tells it. Whoever calls bounds how long that may take, and interrupts the thread when it is over.
     *
     * @return why it was not told, the end of a sentence, without a secret; empty when it was
     * @throws InterruptedException when the thread is asked to stop while it waits; nothing that was begun goes on then
     */
    Optional<Text> tell(Notice notice) throws InterruptedException;
}
