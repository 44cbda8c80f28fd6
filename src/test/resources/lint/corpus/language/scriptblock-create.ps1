$text = "Get-Mailbox -ResultSize Unlimited | Remove-Mailbox -Confirm:`$false"
$block = [scriptblock]::Create($text)
& $block
