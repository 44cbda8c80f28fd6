$line = Read-Host 'command'
$ExecutionContext.InvokeCommand.InvokeScript($line)
