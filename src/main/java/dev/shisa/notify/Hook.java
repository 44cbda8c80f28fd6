package dev.shisa.notify;

import dev.shisa.site.TenantKind;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** One way to tell people elsewhere, as {@code notify.yaml} says. What it prints of itself holds no secret. */
public sealed interface Hook {

    /** What all sorts of hooks have. */
    Terms terms();

    /** How it is called where it fails: its name, and whereto it leads, as far as that is no secret. */
    String describe();

    /**
     * What all sorts of hooks have.
     *
     * @param name unique in the file
     * @param events at which it is told; not empty
     * @param kinds in which kinds of tenant; not empty
     * @param timeout how long one notice may take, more than nothing
     */
    record Terms(String name, Set<Event> events, Set<TenantKind> kinds, Duration timeout) {
        public Terms {
            events = Set.copyOf(events);
            kinds = Set.copyOf(kinds);
        }
    }

    /** Whether it wants to be told that. */
    default boolean wants(Notice notice) {
        return terms().events().contains(notice.event()) && terms().kinds().contains(notice.run().kind());
    }

    /**
     * A program of this machine, which is handed the notice as JSON on its standard input.
     *
     * @param command the program and its arguments; no shell reads them
     */
    record Command(Terms terms, List<String> command) implements Hook {
        public Command {
            command = List.copyOf(command);
        }

        @Override
        public String describe() {
            return terms.name() + " (command " + program(command.getFirst()) + ")";
        }

        private static String program(String word) {
            try {
                return String.valueOf(Path.of(word).getFileName());
            } catch (InvalidPathException e) {
                return "?";
            }
        }

        /** Arguments may hold what is nobody else's business. */
        @Override
        public String toString() {
            return describe();
        }
    }

    /**
     * An address that takes a POST. Path and query of such addresses are as good as a password.
     *
     * @param address https, or http on this machine
     * @param format what is sent there
     */
    record Webhook(Terms terms, URI address, Format format) implements Hook {

        /** What a webhook is sent. */
        public enum Format {
            /** The notice as JSON. */
            JSON,
            /** A message with an Adaptive Card, as workflows of Teams take it. */
            ADAPTIVE_CARD
        }

        @Override
        public String describe() {
            return terms.name() + " (webhook " + address.getScheme() + "://" + address.getHost() + ")";
        }

        @Override
        public String toString() {
            return describe();
        }
    }

    /**
     * A mail that the tenant itself sends.
     *
     * @param from sign-in name or id of the mailbox that sends it
     * @param to who gets it; not empty
     */
    record Mail(Terms terms, String from, List<String> to) implements Hook {
        public Mail {
            to = List.copyOf(to);
        }

        @Override
        public String describe() {
            return terms.name() + " (mail)";
        }
    }
}
