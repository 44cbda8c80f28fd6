# Completion of shisa for PowerShell. Made by: shisa completion powershell
# Nothing that was typed is evaluated, and shisa is not started: names of plans, runs and snapshots are names of files in the store.

$ShisaCommands = @{
@TABLE@
}

Register-ArgumentCompleter -Native -CommandName shisa, shisa.cmd -ScriptBlock {
    param($current, $line, $cursor)

    $node = 'shisa'
    $seen = 0
    $store = ''
    $option = ''
    $kind = ''
    $typed = @($line.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object { $_.Extent.Text })
    foreach ($word in $typed) {
        $command = $ShisaCommands[$node]
        if ($kind) {
            if ($option -eq '--store') { $store = $word }
            $kind = ''
        } elseif ($word.StartsWith('-')) {
            $option = $word
            foreach ($entry in $command.Valued) {
                if ($entry.StartsWith($word + ':')) { $kind = $entry.Substring($word.Length + 1) }
            }
        } elseif ($seen -eq 0 -and $ShisaCommands.ContainsKey($node + ' ' + $word)) {
            $node = $node + ' ' + $word
        } else {
            $seen = $seen + 1
        }
    }
    $command = $ShisaCommands[$node]
    $found = @()
    if (-not $kind) {
        if ($current.StartsWith('-')) {
            $found = $command.Options
        } elseif ($command.Members.Count -gt 0) {
            $found = $command.Members
        } elseif ($command.Operands.Count -gt 0) {
            $last = $command.Operands[$command.Operands.Count - 1]
            if ($seen -lt $command.Operands.Count) {
                $kind = $command.Operands[$seen].TrimStart('*')
            } elseif ($last.StartsWith('*')) {
                $kind = $last.TrimStart('*')
            }
        }
    }
    if ($kind.StartsWith('=')) {
        $found = $kind.Substring(1).Split(',')
    } elseif (@('plan', 'run', 'snapshot') -contains $kind) {
        if (-not $store) { $store = $env:SHISA_STORE }
        if (-not $store -and $env:LOCALAPPDATA) { $store = Join-Path $env:LOCALAPPDATA 'shisa' }
        if (-not $store -and $env:XDG_DATA_HOME) { $store = Join-Path $env:XDG_DATA_HOME 'shisa' }
        if (-not $store) { $store = Join-Path $HOME '.local/share/shisa' }
        $found = @(Get-ChildItem -LiteralPath (Join-Path $store ($kind + 's')) -ErrorAction SilentlyContinue |
            ForEach-Object { $_.Name -replace '\.json$', '' } | Where-Object { $_ -match '^[A-Za-z0-9.-]+$' })
    }
    foreach ($entry in $found) {
        $parts = $entry.Split([char]9)
        if ($parts[0].StartsWith($current)) {
            $tip = $parts[0]
            if ($parts.Count -gt 1 -and $parts[1]) { $tip = $parts[1] }
            [System.Management.Automation.CompletionResult]::new($parts[0], $parts[0], 'ParameterValue', $tip)
        }
    }
}
