Register-ArgumentCompleter -CommandName Remove-Mailbox, Disable-Mailbox -ParameterName Identity -ScriptBlock {
    param($commandName, $parameterName, $wordToComplete)
    Get-Mailbox -Anr $wordToComplete -ResultSize 10 | ForEach-Object { $_.Alias }
}
