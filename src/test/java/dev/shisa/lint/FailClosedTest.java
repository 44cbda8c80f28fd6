package dev.shisa.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be followed to its end is a finding, and never nothing. */
class FailClosedTest {
    private static void finds(Rule rule, String script) {
        assertTrue(Linted.rules(script).contains(rule), () -> rule + " is not found in:\n" + script);
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
                Linted.rules("function Close($who) { Remove-Mailbox -Identity $who; Close $who }"));
        assertEquals(Set.of(),
                Linted.rules("function Show($who) { Get-Mailbox -Identity $who; Show $who }\nShow a@sgu.example"));
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

}
