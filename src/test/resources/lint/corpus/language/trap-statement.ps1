trap { continue }
Disable-Mailbox -Identity kuro@sgu.example
