package dev.shisa.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The aliases of PowerShell itself lead to cmdlets that the table knows. */
class BuiltInAliasesTest {
    /** Functions and programs; no cmdlets. */
    private static final List<String> NO_CMDLETS = List.of("help", "mkdir", "powershell_ise.exe");

    @ParameterizedTest
    @CsvSource({"%, ForEach-Object", "?, Where-Object", "FOREACH, ForEach-Object", "where, Where-Object",
            "ri, Remove-Item", "del, Remove-Item", "rmdir, Remove-Item", "erase, Remove-Item", "iex, Invoke-Expression",
            "icm, Invoke-Command", "sajb, Start-Job", "ipcsv, Import-Csv", "epcsv, Export-Csv", "gc, Get-Content",
            "type, Get-Content", "select, Select-Object", "sleep, Start-Sleep", "echo, Write-Output",
            "start, Start-Process", "kill, Stop-Process"})
    void anAliasIsResolved(String alias, String command) {
        assertEquals(Optional.of(command), BuiltInAliases.resolve(alias));
    }

    @Test
    void whatIsNoAliasIsNotResolved() {
        assertTrue(BuiltInAliases.resolve("Remove-Mailbox").isEmpty());
        assertTrue(BuiltInAliases.resolve("").isEmpty());
    }

    @Test
    void everyAliasLeadsToAKnownCmdlet() {
        Set<String> unknown = new TreeSet<>(BuiltInAliases.all().values());
        unknown.removeIf(name -> NO_CMDLETS.contains(name) || CmdletTable.shipped().find(name).isPresent());
        assertEquals(Set.of(), unknown);
        assertTrue(BuiltInAliases.all().size() > 130);
    }
}
