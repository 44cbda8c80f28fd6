Remove-MailboxPermission -Identity soumu@sgu.example -User kuro@sgu.example -AccessRights FullAccess
Remove-RecipientPermission -Identity soumu@sgu.example -Trustee kuro@sgu.example -AccessRights SendAs
