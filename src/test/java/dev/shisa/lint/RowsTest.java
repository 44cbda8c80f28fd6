package dev.shisa.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small scripts that differ in one thing. */
class RowsTest {
    /**
     * One of them.
     *
     * @param script what is read; a backslash at the end of a line stands for a line end
     * @param rules what is found, sorted
     */
    record Row(String script, String rules) {
    }

    static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        StringBuilder script = new StringBuilder();
        for (String line : Files.readAllLines(Path.of("src/test/resources/lint/rows.txt"))) {
            if (line.startsWith("=>")) {
                rows.add(new Row(script.toString(), sorted(Stream.of(line.substring(2).split(" ", -1)))));
                script.setLength(0);
            } else if (line.endsWith("\\")) {
                script.append(line, 0, line.length() - 1).append('\n');
            } else if (script.length() > 0 || (!line.isBlank() && !line.startsWith("#"))) {
                script.append(line);
            }
        }
        return rows;
    }

    private static String sorted(Stream<String> rules) {
        return rules.filter(rule -> !rule.isBlank()).collect(Collectors.toCollection(TreeSet::new)).toString();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRowHasItsRules(Row row) {
        assertEquals(row.rules(),
                sorted(Linted.read(row.script()).findings().stream().map(finding -> finding.rule().id())), row::script);
    }
}
