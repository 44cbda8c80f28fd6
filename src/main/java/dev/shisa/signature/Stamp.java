package dev.shisa.signature;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A point in time as {@code valid-after} and {@code valid-before} name it: {@code YYYYMMDD[HHMM[SS]][Z]}. Without Z it is local time, as
 * ssh-keygen reads it.
 *
 * <p>
 * A local time can stand for several instants: when the clocks are put back, and because ssh-keygen takes it for standard time in
 * summer, too. Whoever asks chooses the one that allows less.
 */
final class Stamp {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private Stamp() {
    }

    /** Every instant that the text can stand for, at least one. */
    static SortedSet<Instant> read(String text, ZoneId zone) throws MalformedException {
        boolean isUtc = text.endsWith("Z") || text.endsWith("z");
        String digits = isUtc ? text.substring(0, text.length() - 1) : text;
        if (!digits.matches("[0-9]{8}([0-9]{4}([0-9]{2})?)?")) {
            throw new MalformedException("'" + text + "' is not a time of the form YYYYMMDD[HHMM[SS]][Z]");
        }
        try {
            LocalDateTime time = LocalDateTime.parse(digits + "0".repeat(14 - digits.length()), FORM);
            return instants(text, time, isUtc ? ZoneOffset.UTC : zone);
        } catch (DateTimeException e) {
            throw new MalformedException("'" + text + "' is a time that no calendar has", e);
        }
    }

    private static SortedSet<Instant> instants(String text, LocalDateTime time, ZoneId zone)
            throws MalformedException {
        SortedSet<Instant> instants = new TreeSet<>();
        instants.add(time.atZone(zone).withEarlierOffsetAtOverlap().toInstant());
        instants.add(time.atZone(zone).withLaterOffsetAtOverlap().toInstant());
        instants.add(time.toInstant(zone.getRules().getStandardOffset(instants.getFirst())));
        if (!instants.getFirst().isAfter(Instant.EPOCH)) {
            throw new MalformedException("'" + text + "' lies before 1970");
        }
        return instants;
    }
}
