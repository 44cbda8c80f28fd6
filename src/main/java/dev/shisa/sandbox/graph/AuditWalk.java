package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.audit.AuditRecord;
import dev.shisa.sandbox.directory.History;
import dev.shisa.sandbox.directory.History.Dated;
import dev.shisa.sandbox.query.QueryRefused;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A way through the history, from one end or from where a page ended. Used by one thread. */
final class AuditWalk {

    private static final Pattern PLACE = Pattern.compile("(\\d{1,18})\\.(\\d{1,9})");

    private final History history;
    private final boolean descending;
    private final long lastChange;
    private final int lastIndex;
    private long number;

    /**
     * A way that goes on after a record.
     *
     * @param place the last record of the page before; empty: from the end
     */
    AuditWalk(History history, boolean descending, String place) {
        this.history = history;
        this.descending = descending;
        Matcher matcher = PLACE.matcher(place);
        if (place.isEmpty()) {
            this.lastChange = 0;
            this.lastIndex = 0;
            this.number = descending ? history.last() : 1;
        } else if (matcher.matches()) {
            this.lastChange = Long.parseLong(matcher.group(1));
            this.lastIndex = Integer.parseInt(matcher.group(2));
            this.number = lastChange;
        } else {
            throw QueryRefused.bad("The value of the $skiptoken parameter is not valid.");
        }
    }

    /** Whether there is another change, and not one before the earliest moment with only earlier ones behind it. */
    boolean goesOn(@Nullable Instant earliest) {
        if (number < 1 || number > history.last()) {
            return false;
        }
        return !descending || earliest == null || !history.dated(number).moment().isBefore(earliest);
    }

    /** The next change. */
    Dated next() {
        Dated dated = history.dated(number);
        number += descending ? -1 : 1;
        return dated;
    }

    /** Those of a change's records that the pages before have not sent, in the order of the way. */
    List<AuditRecord> rest(List<AuditRecord> records) {
        List<AuditRecord> ordered = descending ? records.reversed() : records;
        return ordered.stream().filter(record -> record.change() != lastChange
                || (descending ? record.index() < lastIndex : record.index() > lastIndex)).toList();
    }
}
