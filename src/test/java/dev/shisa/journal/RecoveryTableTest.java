package dev.shisa.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.journal.RecoveryTable.Cell;
import dev.shisa.journal.RecoveryTable.Next;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every combination of what was written down and what is seen has one decision. */
class RecoveryTableTest {
    /** Rows: the last record; columns as {@link Sight}; each cell what the target becomes and what follows. */
    private static final String TABLE = """
            none:       not-started/send | skipped/leave  | skipped/leave | skipped/stop  | skipped/leave   | not-started/stop
            unresolved: not-applied/send | verified/leave | partial/stop  | violated/stop | overtaken/leave | unknown/stop
            rejected:   rejected/leave   | verified/stop  | partial/stop  | violated/stop | rejected/leave  | unknown/stop
            accepted:   missing/stop     | verified/leave | partial/stop  | violated/stop | overtaken/leave | unknown/stop
            judged:     missing/stop     | verified/leave | partial/stop  | violated/stop | overtaken/leave | unknown/stop
            """;

    @Test
    void everyCombinationHasExactlyOneDecision() {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (LastRecord last : LastRecord.values()) {
            List<String> row = new ArrayList<>();
            for (Sight sight : Sight.values()) {
                List<Cell> cells = RecoveryTable.cells().stream()
                        .filter(cell -> cell.last() == last && cell.sight() == sight).toList();
                assertEquals(1, cells.size(), last + " and " + sight);
                Cell cell = cells.getFirst();
                row.add(cell.becomes().label() + "/" + cell.next().name().toLowerCase(Locale.ROOT));
            }
            found.put(last.name().toLowerCase(Locale.ROOT), row);
        }
        Map<String, List<String>> listed = new LinkedHashMap<>();
        TABLE.lines().forEach(line -> {
            String[] parts = line.split(":", 2);
            listed.put(parts[0], Arrays.stream(parts[1].split("\\|")).map(String::strip).toList());
        });
        assertEquals(listed, found);
    }

    @Test
    void everyDecisionHasANameOfItsOwn() {
        Set<String> labels = RecoveryTable.cells().stream().map(Cell::label).collect(Collectors.toSet());
        assertEquals(LastRecord.values().length * Sight.values().length, labels.size());
    }

    @ParameterizedTest
    @EnumSource(TargetState.class)
    void everyStateIsInARowAndIsDecidedByIt(TargetState believed) {
        for (Sight sight : Sight.values()) {
            Cell cell = RecoveryTable.decide(believed, sight);
            assertEquals(LastRecord.of(believed), cell.last());
            assertEquals(sight, cell.sight());
        }
    }

    @Test
    void nothingIsSentAgainButWhatWasSeenToHaveDoneNothing() {
        for (Cell cell : RecoveryTable.cells()) {
            boolean untouched = cell.sight() == Sight.AS_BEFORE
                    && (cell.last() == LastRecord.NONE || cell.last() == LastRecord.UNRESOLVED);
            assertEquals(untouched, cell.next() == Next.SEND, cell.label());
        }
    }

    @Test
    void whatCannotBeReadAndWhatWasLostAlwaysStopsTheRun() {
        assertTrue(RecoveryTable.cells().stream()
                .filter(cell -> cell.sight() == Sight.NOT_READABLE || cell.sight() == Sight.SOMETHING_ELSE)
                .allMatch(cell -> cell.next() == Next.STOP));
    }
}
