$contacts = Get-MailContact -ResultSize Unlimited -Filter "ExternalEmailAddress -like '*@old.contoso.example'"
"{0} contacts" -f $contacts.Count
$contacts | Remove-MailContact -WhatIf
$answer = Read-Host 'Type yes to remove them'
if ($answer -eq 'yes') {
    $contacts | Remove-MailContact
}
