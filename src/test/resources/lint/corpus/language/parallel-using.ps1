$confirm = $false
'a01', 'a02', 'a03' | ForEach-Object -Parallel {
    Disable-Mailbox -Identity $_ -Confirm:$using:confirm
}
