package dev.shisa.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of the commands that a script holds, and what findings say beside their rule. */
class FoundCommandsTest {
    private static FileReport.Read read(String script) {
        FileReport report = new Linter(CmdletTable.shipped(), LocalDate.of(2026, 11, 22)).lint("a.ps1",
                script.getBytes(StandardCharsets.UTF_8));
        assertTrue(report instanceof FileReport.Read, script);
        return (FileReport.Read) report;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            Disable-Mailbox a@sgu.example~YES
            Disable-Mailbox -Identity a@sgu.example~YES
            'a', 'b' | Disable-Mailbox~YES
            $a = 'x'; Disable-Mailbox $a~YES
            Disable-Mailbox~UNKNOWN
            Disable-Mailbox @x~UNKNOWN
            Disable-Mailbox a @x~UNKNOWN
            Disable-Mailbox $x~UNKNOWN
            param($x) Disable-Mailbox $x~UNKNOWN
            Import-Csv a.csv | Disable-Mailbox~UNKNOWN
            Disable-Mailbox (Read-Host 'who')~UNKNOWN
            Disable-Mailbox ([regex]::Escape('a'))~UNKNOWN
            Get-Mailbox -Filter "Office -eq 'x'" | Disable-Mailbox~YES
            Get-Mailbox -Filter "Office -eq '$x'" | Disable-Mailbox~UNKNOWN
            Get-Unheard -Of x | Disable-Mailbox~UNKNOWN
            Get-Mailbox a | Disable-Mailbox~YES
            Get-Mailbox | Disable-Mailbox~NO
            Disable-Mailbox '*'~NO
            Clear-PnPRecycleBinItem -All~NO
            foreach ($m in Get-Mailbox) { Clear-PnPRecycleBinItem }~NO
            """)
    void itIsSeenWhetherSomethingBoundsACommand(String script, FoundCommand.Bounded bounded) {
        List<FoundCommand> commands = read(script).commands();
        assertEquals(1, commands.size(), script);
        assertEquals(bounded, commands.getFirst().bounded(), script);
        assertTrue(commands.getFirst().executed(), script);
    }

    @Test
    void aPreviewIsNotExecutedAndAReportIsNoCommand() {
        assertEquals(List.of(false),
                read("Disable-Mailbox a -WhatIf").commands().stream().map(FoundCommand::executed).toList());
        assertEquals(List.of(), read("Get-Mailbox | Export-Csv a.csv").commands());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            Get-Mailbox | Disable-Mailbox~capped-listing~1000
            Get-Mailbox -ResultSize 50 | Disable-Mailbox~capped-listing~50
            Get-Mailbox -ResultSize $n | Disable-Mailbox~capped-listing~none
            Get-MgUser | Update-MgUser -AccountEnabled:$false~capped-listing~100
            (Invoke-MgGraphRequest -Uri /v1.0/users).value | Disable-Mailbox~capped-listing~''
            Disable-Mailbox \u2013Identity a~smart-characters~U+2013
            Delete-Everything a~not-understood~unknown
            Disable-Mailbox ((~not-understood~incomplete
            """)
    void aFindingSaysWhatItIsAbout(String script, String rule, String detail) {
        List<String> details = read(script).findings().stream().filter(finding -> finding.rule().id().equals(rule))
                .map(Finding::detail).toList();
        assertEquals(detail.equals("none") ? List.of() : List.of(detail.replace("''", "")), details, script);
    }
}
