$reason = @'
closed on request of “Facilities”
'@
Disable-ADAccount -Identity kuro
Set-ADUser -Identity kuro -Description $reason
