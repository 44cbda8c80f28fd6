package dev.shisa.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be followed to its end is a finding, and never nothing. */
class FailClosedTest {
    private static FileReport report(String script) {
        return assertTimeoutPreemptively(Duration.ofSeconds(60), () -> new Linter(CmdletTable.shipped(),
                LocalDate.of(2026, 11, 22)).lint("a.ps1", script.getBytes(StandardCharsets.UTF_8)));
    }

    private static Set<Rule> rules(String script) {
        return report(script) instanceof FileReport.Read read
                ? read.findings().stream().map(Finding::rule)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Rule.class)))
                : EnumSet.noneOf(Rule.class);
    }

    private static void finds(Rule rule, String script) {
        assertTrue(rules(script).contains(rule), () -> rule + " is not found in:\n" + script);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$later = { Remove-Mailbox -Identity a@sgu.example }",
            "$later = @{ all = { Remove-Mailbox -Identity a@sgu.example } }",
            "Get-Mailbox a@sgu.example | Select-Object Name, @{ n = 'x'; e = { Remove-Mailbox -Identity a@sgu.example } }",
            "class Later { $x = (Remove-Mailbox -Identity a@sgu.example) }",
            "function Later { Remove-Mailbox -Identity a@sgu.example }"})
    void whatNobodyRunsInTheTextMayBeRunBySomebody(String script) {
        finds(Rule.IDENTITY_DESTROYED, script);
    }

    @Test
    void theLastOfManyCallsIsFollowedLikeTheFirst() {
        finds(Rule.UNBOUNDED_SELECTION, "function Close($who) { $who | Remove-Mailbox }\n"
                + "Close a@sgu.example\n".repeat(30) + "Close (Get-Mailbox -ResultSize Unlimited)\n");
    }

    @Test
    void aFunctionThatCallsItselfIsFollowedToAnEnd() {
        assertEquals(Set.of(Rule.IDENTITY_DESTROYED, Rule.HIDDEN_TARGET),
                rules("function Close($who) { Remove-Mailbox -Identity $who; Close $who }"));
        assertEquals(Set.of(),
                rules("function Show($who) { Get-Mailbox -Identity $who; Show $who }\nShow a@sgu.example"));
    }

    @Test
    void aBlockThatRunsItselfIsNotFollowedForEver() {
        finds(Rule.NOT_UNDERSTOOD, "$again = { & $again }\n& $again\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "param($Method)\nInvoke-MgGraphRequest -Method $Method -Uri \"https://graph.microsoft.com/v1.0/users/$id\"",
            "param($Method)\nInvoke-MSGraphRequest -HttpMethod GET -Method $Method -Uri \"https://graph.microsoft.com/v1.0/users/$id\"",
            "$m = 'GET'\nif ($all) { $m = 'DELETE' }\nInvoke-RestMethod -Method $m -Uri \"https://graph.microsoft.com/v1.0/users/$id\"",
            "Invoke-RestMethod @request"})
    void aRequestWhoseMethodNobodySeesMayDelete(String script) {
        finds(Rule.HIDDEN_TARGET, script);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Set-Variable -Name ConfirmPreference -Value None", "Set-Variable ConfirmPreference 'None'",
            "if ($quiet) { $ConfirmPreference = 'None' }", "try { $global:ConfirmPreference = 'None' } catch { throw }",
            "$PSDefaultParameterValues.Add('*:Confirm', $false)", "$PSDefaultParameterValues['*:Confirm'] = $false",
            "if ($quiet) { $PSDefaultParameterValues['Remove-*:Confirm'] = $false }"})
    void whatMaySwitchThePromptOffDoes(String before) {
        finds(Rule.CONFIRMATION_SUPPRESSED, before + "\nRemove-Mailbox -Identity a@sgu.example\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"if ($PSCmdlet.ShouldProcess('all')) { return }",
            "if (-not $PSCmdlet.ShouldProcess('all')) { Write-Host no }"})
    void aGateThatIsPassedWithNoIsNone(String gate) {
        finds(Rule.NO_REHEARSAL, gate + "\nGet-Mailbox -ResultSize Unlimited | Remove-Mailbox\n");
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
        assertTrue(report(script) instanceof FileReport.Unreadable || rules(script).contains(Rule.NOT_UNDERSTOOD),
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
        FileReport report = report(
                "Remove-Mailbox -Identity a@sgu.example -WhatIf # x\nRemove-Mailbox –Identity b@sgu.example\n"
                        .repeat(10_000));
        assertTrue(report instanceof FileReport.Read read && read.count(Rule.IDENTITY_DESTROYED) == 10_000
                && read.count(Rule.SMART_CHARACTERS) == 10_000, report::file);
    }
}
