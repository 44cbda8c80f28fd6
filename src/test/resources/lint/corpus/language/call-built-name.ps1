$verb = (Get-Content .\verb.txt)
$noun = 'Mailbox'
& "$verb-$noun" -Identity kuro@sgu.example
