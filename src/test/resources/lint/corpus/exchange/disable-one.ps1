# one mailbox, agreed with the owner, prompt stays on
Connect-ExchangeOnline
Disable-Mailbox -Identity taro@sgu.example
Disconnect-ExchangeOnline -Confirm:$false
