package dev.shisa.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.powershell.Parsed;
import dev.shisa.powershell.PowerShell;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the documentation calls bad is found, and what it calls good is not. */
class RuleExamplesTest {

    private static List<Fault> faults(String text) {
        Parsed parsed = PowerShell.parse(text);
        CmdletTable table = CmdletTable.shipped();
        return Judging.of(text, parsed, Walk.through(parsed, table), table);
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void theBadExampleBreaksItsRule(Rule rule) {
        List<Fault> faults = faults(RuleTexts.shipped().of(rule).bad());
        assertTrue(faults.stream().anyMatch(fault -> fault.rule() == rule), rule.id() + ": " + faults);
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void theGoodExampleBreaksNoRule(Rule rule) {
        assertEquals(List.of(), faults(RuleTexts.shipped().of(rule).good()));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void whatIsSaidOfTheBadExampleNamesItsCommand(Rule rule) {
        for (Fault fault : faults(RuleTexts.shipped().of(rule).bad())) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
                RuleText text = RuleTexts.shipped().of(fault.rule());
                String said = text.message(locale, fault.cmdlet(), "", fault.detail())
                        + text.suggestion(locale, fault.cmdlet(), "", fault.detail(), Optional.empty());
                assertTrue(said.contains(fault.cmdlet()), said);
            }
        }
    }
}
