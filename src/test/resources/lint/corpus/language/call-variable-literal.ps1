$verb = 'Remove-Mailbox'
& $verb -Identity kuro@sgu.example
