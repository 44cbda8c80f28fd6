package dev.shisa.bypass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.sandbox.SandboxRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Some rows that need the same things to have happened before. A row is one line in {@link #rows}. Each is tried in a process of its own by
 * {@code bench/bypass}. Every build tries two rows of each table, the first of them and those that feed something to standard input in a process of
 * their own, the others in this one; {@code -Dshisa.bypass=here} tries all rows so.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BypassTable {
    private static final String MODE = System.getProperty("shisa.bypass", "some");
    private static final boolean EVERY_ONE = MODE.equals("all");
    private static final int SOME = 1;

    private @Nullable Path folder;
    private @Nullable Stage stage;

    /** The ways that are tried, each with a copy of the same store. */
    abstract Stream<Row> rows();

    /** What happened before. */
    void prepare(Stage before) throws Exception {
        before.removed("person12");
    }

    /** Whether a row does something to the tenant that the others must not meet. */
    boolean isTenantOfItsOwn() {
        return false;
    }

    /** Whether a row may rehearse before it is refused; even then nobody but rehearsal accounts is written. */
    boolean mayRehearse() {
        return false;
    }

    @BeforeAll
    void serve(@TempDir Path temporary) throws Exception {
        folder = temporary;
        stage = isTenantOfItsOwn() ? null : prepared(temporary.resolve("stage"));
    }

    @AfterAll
    void stop() {
        if (stage != null) {
            stage.close();
        }
    }

    private Stage prepared(Path where) throws Exception {
        Stage prepared = served(where);
        prepare(prepared);
        return prepared;
    }

    private static Stage served(Path where) throws IOException, SandboxRefused {
        return Stage.in(Files.createDirectories(where));
    }

    private static boolean isForAProcess(Attempt attempt, int number) {
        return EVERY_ONE || number < SOME || attempt.isFed();
    }

    /** A build tries the first row and the last, so that it stays below ten minutes on two cores. */
    private List<Row> tried(List<Row> rows) {
        if (!MODE.equals("some")) {
            return rows;
        }
        return isTenantOfItsOwn()
                ? rows.subList(0, 1)
                : Stream.of(0, rows.size() - 1).distinct().map(rows::get).toList();
    }

    @TestFactory
    Stream<DynamicTest> isRefusedWithoutAWrite() {
        List<Row> rows = rows().toList();
        assertEquals(rows.size(), rows.stream().map(Row::name).distinct().count(), "each row has a name of its own");
        return tried(rows).stream()
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> tryOut(row, rows.indexOf(row))));
    }

    private void tryOut(Row row, int number) throws Exception {
        Path home = Files.createDirectories(Objects.requireNonNull(folder).resolve("row-" + number));
        if (!isTenantOfItsOwn()) {
            tryOut(row, number, Objects.requireNonNull(stage), home);
            return;
        }
        try (Stage own = prepared(home.resolve("stage"))) {
            tryOut(row, number, own, home);
        }
    }

    private void tryOut(Row row, int number, Stage stage, Path home) throws Exception {
        Attempt attempt = new Attempt(stage, home);
        row.trick().on(attempt);
        Set<String> rehearsal = rehearsal(stage);
        long seen = stage.tenant().seen();
        Attempt.Ended ended = isForAProcess(attempt, number) ? attempt.run() : attempt.runHere();
        String shown = attempt + "\nended with " + ended.code() + ": " + ended.said();
        assertEquals(List.of(), forbidden(stage, seen, rehearsal), shown);
        assertEquals(row.code(), ended.code(), shown);
        assertTrue(ended.said().contains(row.phrase()), shown);
        assertTrue(mayRehearse() || ended.said().contains("write calls: 0"), shown);
    }

    private static Set<String> rehearsal(Stage stage) {
        return stage.tenant().accounts().values().stream()
                .filter(account -> account.path("userPrincipalName").asString().contains("rehearsal-"))
                .map(account -> account.path("id").asString()).collect(Collectors.toSet());
    }

    private List<JsonNode> forbidden(Stage stage, long seen, Set<String> rehearsal) {
        return stage.tenant().writes(seen).stream()
                .filter(write -> !mayRehearse() || !rehearsal.contains(write.path("account").asString(""))).toList();
    }
}
