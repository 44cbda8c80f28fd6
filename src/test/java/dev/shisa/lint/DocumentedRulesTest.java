package dev.shisa.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The documentation says of every rule what the program says of it. */
class DocumentedRulesTest {
    private static final Pattern ROW = Pattern.compile("^\\| \\[`.*$", Pattern.MULTILINE);
    private String document = "";

    @BeforeEach
    void read() throws IOException {
        document = Files.readString(Path.of("docs", "lint.md")).strip();
    }

    @Test
    void theTableHasEveryRuleWithItsSeverity() {
        List<String> rows = Arrays.stream(Rule.values()).map(rule -> "| [`" + rule.id() + "`](#" + rule.id() + ") | "
                + rule.severity().label() + " | " + text(rule).title().english() + " |").toList();
        assertEquals(rows, ROW.matcher(document).results().map(MatchResult::group).toList());
    }

    @Test
    void everyRuleHasItsSection() {
        List<String> sections = new ArrayList<>(List.of(document.split("\n### ")));
        sections.removeFirst();
        assertEquals(Arrays.stream(Rule.values()).map(DocumentedRulesTest::section).toList(),
                sections.stream().map(String::strip).toList());
    }

    private static String section(Rule rule) {
        RuleText text = text(rule);
        return String.join("\n\n", rule.id(), text.title().english() + " (" + rule.severity().label() + "). "
                + text.why().english(), "Bad:", code(text.bad()), "Better:", code(text.good()),
                text.incident().english());
    }

    private static String code(String example) {
        return "```powershell\n" + example + "\n```";
    }

    private static RuleText text(Rule rule) {
        return RuleTexts.shipped().of(rule);
    }
}
