package dev.shisa.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of the commands that a script holds, and what findings say beside their rule. */
class FoundCommandsTest {
    /** A script and what bounds its command. */
    private static final String BOUNDS = """
            Disable-Mailbox a@sgu.example~yes
            Disable-Mailbox -Identity a@sgu.example~yes
            'a', 'b' | Disable-Mailbox~yes
            $a = 'x'; Disable-Mailbox $a~yes
            Disable-Mailbox~unknown
            Disable-Mailbox @x~unknown
            Disable-Mailbox a @x~unknown
            Disable-Mailbox $x~unknown
            param($x) Disable-Mailbox $x~unknown
            Import-Csv a.csv | Disable-Mailbox~unknown
            Disable-Mailbox (Read-Host 'who')~unknown
            Disable-Mailbox ([regex]::Escape('a'))~unknown
            Get-Mailbox -Filter "Office -eq 'x'" | Disable-Mailbox~yes
            Get-Mailbox -Filter "Office -eq '$x'" | Disable-Mailbox~unknown
            Get-Unheard -Of x | Disable-Mailbox~unknown
            Get-Mailbox a | Disable-Mailbox~yes
            Get-Mailbox | Disable-Mailbox~no
            Disable-Mailbox '*'~no
            Clear-PnPRecycleBinItem -All~no
            foreach ($m in Get-Mailbox) { Clear-PnPRecycleBinItem }~no
            """;

    /** A script, a rule and the detail of its finding; none where there is no finding. */
    private static final String DETAILS = """
            Get-Mailbox | Disable-Mailbox~capped-listing~1000
            Get-Mailbox -ResultSize 50 | Disable-Mailbox~capped-listing~50
            Get-Mailbox -ResultSize $n | Disable-Mailbox~capped-listing~none
            Get-MgUser | Update-MgUser -AccountEnabled:$false~capped-listing~100
            (Invoke-MgGraphRequest -Uri /v1.0/users).value | Disable-Mailbox~capped-listing~
            Disable-Mailbox \u2013Identity a~smart-characters~U+2013
            Delete-Everything a~not-understood~unknown
            Disable-Mailbox ((~not-understood~incomplete
            """;

    @Test
    void itIsSeenWhetherSomethingBoundsACommand() {
        for (String row : BOUNDS.lines().toList()) {
            String script = row.substring(0, row.indexOf('~'));
            List<FoundCommand> commands = Linted.read(script).commands();
            assertEquals(1, commands.size(), script);
            assertEquals(row.substring(row.indexOf('~') + 1), commands.getFirst().bounded().label(), script);
            assertTrue(commands.getFirst().executed(), script);
        }
    }

    @Test
    void aPreviewIsNotExecutedAndAReportIsNoCommand() {
        assertEquals(List.of(false),
                Linted.read("Disable-Mailbox a -WhatIf").commands().stream().map(FoundCommand::executed).toList());
        assertEquals(List.of(), Linted.read("Get-Mailbox | Export-Csv a.csv").commands());
    }

    @Test
    void aFindingSaysWhatItIsAbout() {
        for (String row : DETAILS.lines().toList()) {
            String[] parts = row.split("~", -1);
            List<String> details = Linted.read(parts[0]).findings().stream()
                    .filter(finding -> finding.rule().id().equals(parts[1])).map(Finding::detail).toList();
            assertEquals(parts[2].equals("none") ? List.of() : List.of(parts[2]), details, parts[0]);
        }
    }
}
