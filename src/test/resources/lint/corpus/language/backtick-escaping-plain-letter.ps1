Remove-`Mailbox -Identity kuro@sgu.example
