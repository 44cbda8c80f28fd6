package dev.shisa.lint;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However much a script makes of little, it is followed in bounded time and memory, or told to be too large. */
class BoundsTest {
    private static void finds(Rule rule, String script) {
        assertTrue(Linted.rules(script).contains(rule), () -> rule + " is not found in:\n" + script);
    }

    @Test
    void aBlockThatRunsItselfIsNotFollowedForEver() {
        finds(Rule.NOT_UNDERSTOOD, "$again = { & $again }\n& $again\n");
    }

    @Test
    void aListingIsNotLostAmongManyPossibilities() {
        StringBuilder script = new StringBuilder("$who = 'x0'\n");
        for (int at = 1; at < 20; at++) {
            script.append("if ($a").append(at).append(") { $who = 'x").append(at).append("' }\n");
        }
        finds(Rule.UNBOUNDED_SELECTION, script
                + "if ($all) { $who = Get-Mailbox -ResultSize Unlimited }\n$who | Remove-Mailbox\n");
    }

    @Test
    void aListingThatManyConditionsSelectFromIsFollowedInNoTime() {
        StringBuilder script = new StringBuilder("$all = Get-Mailbox -ResultSize Unlimited\n");
        for (int at = 1; at < 40; at++) {
            script.append("if ($all.Name -like 'x").append(at).append("') { $all = $all }\n");
        }
        finds(Rule.UNBOUNDED_SELECTION, script + "$all | Remove-Mailbox\n");
    }

    @Test
    void aListingIsNotLostAtTheEndOfALongList() {
        finds(Rule.UNBOUNDED_SELECTION, "$who = @()\n" + "$who += 'x'\n".repeat(1500)
                + "$who += Get-Mailbox -ResultSize Unlimited\n$who | Remove-Mailbox\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$x = $x, $x\n", "$x = \"$x$x\"\n", "$x = @{ a = $x; b = $x }\n", "$x += $x\n",
            "$x = @($x; $x)\n"})
    void aValueThatIsDoubledAgainAndAgainIsTold(String line) {
        String script = "$x = Get-Mailbox -Identity \"a$b\"\n$x = 'text', $x\n" + line.repeat(200)
                + "Remove-Mailbox -Identity $x\n";
        assertTrue(
                Linted.report(script) instanceof FileReport.Unreadable
                        || Linted.rules(script).contains(Rule.NOT_UNDERSTOOD),
                script);
    }

    @Test
    void aTextThatIsWrittenAgainAndAgainIsTold() {
        finds(Rule.NOT_UNDERSTOOD, "$x = " + "('{0}{0}' -f ".repeat(60) + "'text'" + ")".repeat(60));
        finds(Rule.NOT_UNDERSTOOD, "$x = 'text'\n" + "$x = '{0}{0}' -f $x\n".repeat(60));
        finds(Rule.NOT_UNDERSTOOD, "$x = 'text'\n" + "$x = $x + $x\n".repeat(60));
    }

    @Test
    void manyCommandsTakeNoTimeThatGrowsFasterThanTheyDo() {
        FileReport report = Linted.report(
                "Remove-Mailbox -Identity a@sgu.example -WhatIf # x\nRemove-Mailbox –Identity b@sgu.example\n"
                        .repeat(4_000));
        assertTrue(report instanceof FileReport.Read read && read.count(Rule.IDENTITY_DESTROYED) == 4_000
                && read.count(Rule.SMART_CHARACTERS) == 4_000, report::file);
    }
}
