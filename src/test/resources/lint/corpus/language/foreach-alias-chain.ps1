gmo -ListAvailable ActiveDirectory | ipmo
Get-ADUser -f * | ? Enabled -eq $false | select -exp SamAccountName | % { Disable-ADAccount $_ }
