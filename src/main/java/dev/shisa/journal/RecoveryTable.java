package dev.shisa.journal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is made of a target by the last record about it and by a fresh look at it. The same table decides at a gate, after a pause and after a
 * crash. Every combination has exactly one cell; {@code cells()} holds them all.
 */
public final class RecoveryTable {
    /** What follows for the run. */
    public enum Next {
        /** A request may be sent, after a full check. */
        SEND,
        /** Nothing more is sent for this target; the run may go on. */
        LEAVE,
        /** Nothing more is sent for anybody until a person has decided. */
        STOP
    }

    /**
     * One decision.
     *
     * @param last what the last record says
     * @param sight how the target looks
     * @param label the name of the decision
     * @param becomes the state of the target
     * @param next what follows for the run
     */
    public record Cell(LastRecord last, Sight sight, String label, TargetState becomes, Next next) {
    }

    private static final List<Cell> CELLS = List.of(
            cell(LastRecord.NONE, Sight.AS_BEFORE, "eligible", TargetState.NOT_STARTED, Next.SEND),
            cell(LastRecord.NONE, Sight.AS_DECLARED, "already", TargetState.SKIPPED, Next.LEAVE),
            cell(LastRecord.NONE, Sight.PART, "drifted", TargetState.SKIPPED, Next.LEAVE),
            cell(LastRecord.NONE, Sight.SOMETHING_ELSE, "drifted-and-lost", TargetState.SKIPPED, Next.STOP),
            cell(LastRecord.NONE, Sight.BY_OTHERS, "drifted-by-others", TargetState.SKIPPED, Next.LEAVE),
            cell(LastRecord.NONE, Sight.NOT_READABLE, "not-readable", TargetState.NOT_STARTED, Next.STOP),
            cell(LastRecord.UNRESOLVED, Sight.AS_BEFORE, "not-applied", TargetState.NOT_APPLIED, Next.SEND),
            cell(LastRecord.UNRESOLVED, Sight.AS_DECLARED, "applied", TargetState.VERIFIED, Next.LEAVE),
            cell(LastRecord.UNRESOLVED, Sight.PART, "partial", TargetState.PARTIAL, Next.STOP),
            cell(LastRecord.UNRESOLVED, Sight.SOMETHING_ELSE, "violated", TargetState.VIOLATED, Next.STOP),
            cell(LastRecord.UNRESOLVED, Sight.BY_OTHERS, "overtaken", TargetState.OVERTAKEN, Next.LEAVE),
            cell(LastRecord.UNRESOLVED, Sight.NOT_READABLE, "unknown", TargetState.UNKNOWN, Next.STOP),
            cell(LastRecord.REJECTED, Sight.AS_BEFORE, "failed", TargetState.REJECTED, Next.LEAVE),
            cell(LastRecord.REJECTED, Sight.AS_DECLARED, "contradiction", TargetState.VERIFIED, Next.STOP),
            cell(LastRecord.REJECTED, Sight.PART, "partial-though-refused", TargetState.PARTIAL, Next.STOP),
            cell(LastRecord.REJECTED, Sight.SOMETHING_ELSE, "violated-though-refused", TargetState.VIOLATED, Next.STOP),
            cell(LastRecord.REJECTED, Sight.BY_OTHERS, "failed-and-changed-by-others", TargetState.REJECTED,
                    Next.LEAVE),
            cell(LastRecord.REJECTED, Sight.NOT_READABLE, "unknown-though-refused", TargetState.UNKNOWN, Next.STOP),
            cell(LastRecord.ACCEPTED, Sight.AS_BEFORE, "missing", TargetState.MISSING, Next.STOP),
            cell(LastRecord.ACCEPTED, Sight.AS_DECLARED, "verified", TargetState.VERIFIED, Next.LEAVE),
            cell(LastRecord.ACCEPTED, Sight.PART, "partial-in-time", TargetState.PARTIAL, Next.STOP),
            cell(LastRecord.ACCEPTED, Sight.SOMETHING_ELSE, "violated-by-ours", TargetState.VIOLATED, Next.STOP),
            cell(LastRecord.ACCEPTED, Sight.BY_OTHERS, "overtaken-after-yes", TargetState.OVERTAKEN, Next.LEAVE),
            cell(LastRecord.ACCEPTED, Sight.NOT_READABLE, "not-seen-in-time", TargetState.UNKNOWN, Next.STOP),
            cell(LastRecord.JUDGED, Sight.AS_BEFORE, "reverted", TargetState.MISSING, Next.STOP),
            cell(LastRecord.JUDGED, Sight.AS_DECLARED, "still", TargetState.VERIFIED, Next.LEAVE),
            cell(LastRecord.JUDGED, Sight.PART, "changed-since", TargetState.PARTIAL, Next.STOP),
            cell(LastRecord.JUDGED, Sight.SOMETHING_ELSE, "lost-since", TargetState.VIOLATED, Next.STOP),
            cell(LastRecord.JUDGED, Sight.BY_OTHERS, "changed-since-by-others", TargetState.OVERTAKEN, Next.LEAVE),
            cell(LastRecord.JUDGED, Sight.NOT_READABLE, "stale", TargetState.UNKNOWN, Next.STOP));
    private static final Map<LastRecord, Map<Sight, Cell>> TABLE = table();

    private RecoveryTable() {
    }

    private static Cell cell(LastRecord last, Sight sight, String label, TargetState becomes, Next next) {
        return new Cell(last, sight, label, becomes, next);
    }

    private static Map<LastRecord, Map<Sight, Cell>> table() {
        Map<LastRecord, Map<Sight, Cell>> table = new EnumMap<>(LastRecord.class);
        for (Cell cell : CELLS) {
            Map<Sight, Cell> row = table.computeIfAbsent(cell.last(), _ -> new EnumMap<>(Sight.class));
            if (row.putIfAbsent(cell.sight(), cell) != null) {
                throw new IllegalStateException("two decisions for " + cell.last() + " and " + cell.sight());
            }
        }
        return table;
    }

    /** Every decision there is. */
    public static List<Cell> cells() {
        return CELLS;
    }

    /** The decision for a target in that state that looks so. */
    public static Cell decide(TargetState believed, Sight sight) {
        LastRecord last = LastRecord.of(believed);
        return Optional.ofNullable(TABLE.get(last)).map(row -> row.get(sight))
                .orElseThrow(() -> new IllegalStateException("no decision for " + last + " and " + sight));
    }
}
