package dev.shisa.site;

import java.time.Duration;
import java.util.List;

/**
 * A command of the site's own that tries something the tenant cannot be asked for, such as signing in or sending a test mail. It ends with 0 when
 * that works and with 1 when it does not; everything else is no answer.
 *
 * @param name how it is called in output
 * @param command the program and its arguments; {@code {account}} stands for the sign-in name and {@code {id}} for the object id
 * @param subject on which account it is tried
 * @param timeout how long it may take, more than nothing
 */
public record Probe(String name, List<String> command, Subject subject, Duration timeout) {
    /** On which account a probe is tried. */
    public enum Subject {
        /** One that the wave before the gate has written. */
        TOUCHED,
        /** A sentinel. */
        UNTOUCHED
    }

    public Probe {
        command = List.copyOf(command);
        if (name.isBlank() || command.isEmpty() || !timeout.isPositive()) {
            throw new IllegalArgumentException("a probe has a name, a command and a time");
        }
    }
}
