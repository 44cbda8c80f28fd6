function Close-Account([string]$Id) {
    Write-Host "closing $Id"
    Disable-ADAccount -Identity $Id
}
Close-Account -Id 'kuro'
