package dev.shisa.lint;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the linter says of a script, on the day of the corpus. */
final class Linted {
    static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private Linted() {
    }

    static FileReport report(String script) {
        return assertTimeoutPreemptively(Duration.ofSeconds(60), () -> new Linter(CmdletTable.shipped(), DAY)
                .lint("a.ps1", script.getBytes(StandardCharsets.UTF_8)));
    }

    /** A report of a script that is read. */
    static FileReport.Read read(String script) {
        if (!(report(script) instanceof FileReport.Read read)) {
            throw new AssertionError("not read: " + script);
        }
        return read;
    }

    /** The rules that are found in a script; none where it is not read. */
    static Set<Rule> rules(String script) {
        List<Finding> findings = report(script) instanceof FileReport.Read read ? read.findings() : List.of();
        return findings.stream().map(Finding::rule).collect(Collectors.toCollection(() -> EnumSet.noneOf(Rule.class)));
    }
}
