$ou = 'OU=Graduates,DC=sgu,DC=example'
do {
    $rest = Get-ADUser -Filter * -SearchBase $ou -ResultSetSize 1000
    $rest | Remove-ADUser -Confirm:$false -ErrorAction SilentlyContinue
    Write-Host "$($rest.Count) removed"
} until ($rest.Count -eq 0)
