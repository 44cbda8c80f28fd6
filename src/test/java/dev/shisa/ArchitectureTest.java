package dev.shisa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The product keeps its rules, and a tree that breaks them is reported. */
class ArchitectureTest {
    private static final String ROOT = "dev.shisa";
    private static final String WRONG = "dev.shisa.architecture";
    private static final Map<String, ArchRule> RULES = Architecture.rules(ROOT);
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(ROOT);
    private static final JavaClasses WRONG_TREE = new ClassFileImporter().importPackages(WRONG);

    static Stream<String> ruleNames() {
        return RULES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("ruleNames")
    void theProductKeeps(String rule) {
        Objects.requireNonNull(RULES.get(rule)).check(PRODUCT);
    }

    @ParameterizedTest
    @CsvSource({"row account, account.SeesBelow", "row judge, judge.SeesDiag", "row graph, graph.SeesExchange",
            "row sandbox, sandbox.SeesAccount", "nobody sees the sandbox, account.SeesBelow",
            "store knows no domain, store.SeesSdk", "libraries of graph, store.SeesSdk",
            "libraries of cli, run.ReadsKeys", "libraries of sandbox, run.OpensPort",
            "libraries of snapshot, run.Compresses", "libraries of document, run.ParsesPages",
            "libraries of yaml, run.ChecksSchema",
            "one place writes, run.WritesItself", "few hold a writer, judge.HoldsWriter",
            "pure packages touch no file and no network, plan.ReadsFile",
            "pure packages ask no clock, plan.AsksClock", "names say something, run.RunHelper",
            "one way to log, run.LogsElsewhere", "only the edge prints, run.Prints", "only clocks sleep, run.Sleeps"})
    void aTreeThatBreaksItIsReported(String rule, String culprit) {
        String report = report(rule);
        assertTrue(report.contains(WRONG + "." + culprit), rule + " does not report " + culprit + ":\n" + report);
    }

    @Test
    void whatIsAllowedInTheWrongTreeIsNotReported() {
        assertEquals("", Stream.of("execute.Timer", "execute.Writes", "cli.Edge")
                .filter(innocent -> ruleNames().anyMatch(rule -> report(rule).contains(WRONG + "." + innocent + ".")))
                .toList().stream().reduce("", String::concat));
    }

    @Test
    void everyPackageStandsInTheTable() {
        Set<String> strangers = new TreeSet<>();
        for (JavaClass type : PRODUCT) {
            String below = type.getPackageName().substring(Math.min(type.getPackageName().length(), ROOT.length()));
            String row = below.isEmpty() ? "" : below.substring(1).split("\\.", 2)[0];
            if (!row.isEmpty() && !Architecture.ROWS.contains(row)) {
                strangers.add(row);
            }
        }
        assertEquals(Set.of(), strangers, "a package without a row may import anything");
    }

    private static String report(String rule) {
        return Objects.requireNonNull(Architecture.rules(WRONG).get(rule), rule).evaluate(WRONG_TREE)
                .getFailureReport().toString();
    }
}
