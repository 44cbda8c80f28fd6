package dev.shisa.cli;

import dev.shisa.execute.Halt;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jline.utils.Signals;

/**
 * What Ctrl-C, an end of the session and a request to terminate mean. Before the first write the command line ends. After it the first one halts
 * once what is in flight is done and looked at; the second one ends the waiting for what was sent to be seen. Safe for several threads.
 */
final class Interruptions implements Halt, AutoCloseable {
    private final AtomicInteger count = new AtomicInteger();
    private volatile LongSupplier writeCalls = () -> 0;
    private volatile String last = "";

    private final AtomicBoolean listens = new AtomicBoolean();
    private final Consumer<Interruptions> beginning;
    private final Map<String, Object> before = new HashMap<>();
    private boolean closed;
    private volatile boolean over;

    private Interruptions(Consumer<Interruptions> beginning) {
        this.beginning = beginning;
    }

    /** Nobody's signals. */
    Interruptions() {
        this(_ -> {
        });
    }

    /**
     * The signals of this process, as soon as somebody listens to them; until then they end it.
     *
     * @param worker the thread that does the work
     * @param talk where people are told
     */
    static Interruptions ofThisProcess(Thread worker, PrintStream talk) {
        return new Interruptions(heard -> {
            for (String signal : List.of("INT", "TERM", "HUP")) {
                heard.register(signal, () -> heard.raise(signal, worker, talk));
            }
        });
    }

    /** Those of the next command line in this process: the same signals, of which none came yet. */
    Interruptions next() {
        return new Interruptions(beginning);
    }

    private synchronized void register(String signal, Runnable heard) {
        Object previous = Signals.register(signal, heard);
        // Not every system has each of them.
        if (previous != null) {
            before.put(signal, previous);
        }
    }

    /** From now on signals mean again what they meant before; nobody is interrupted by one that came too late. */
    @Override
    public synchronized void close() {
        closed = true;
        before.forEach(Signals::unregister);
        before.clear();
    }

    /** Whether somebody wanted the whole process to end, and not only what it was doing. */
    boolean isOver() {
        return over;
    }

    /** From now on a signal does not just end the process. What only looks at files does without: listening takes longer than such a look. */
    void listen() {
        if (!listens.getAndSet(true)) {
            beginning.accept(this);
        }
    }

    synchronized void raise(String signal, Thread worker, PrintStream talk) {
        if (closed) {
            return;
        }
        last = signal;
        over |= !signal.equals("INT");
        int times = count.incrementAndGet();
        if (writeCalls.getAsLong() == 0) {
            worker.interrupt();
        } else {
            // The terminal shows the key where the cursor stands.
            talk.println();
            talk.println(times == 1
                    ? "SIG" + signal
                            + ": halting. What is in flight is finished and looked at; once more, and nobody waits for it."
                    : "SIG" + signal + ": nobody waits any longer for what was sent to be seen.");
            talk.flush();
        }
    }

    /** From now on what was written is told from this. */
    void countedBy(LongSupplier calls) {
        writeCalls = calls;
    }

    /** Whether a signal came. */
    boolean isRaised() {
        return count.get() > 0;
    }

    @Override
    public Optional<String> reason() {
        return isRaised()
                ? Optional.of("stopped at the terminal or by its session (SIG" + last + ")")
                : Optional.empty();
    }

    @Override
    public boolean isAtOnce() {
        return count.get() > 1;
    }
}
