Connect-Entra -Scopes 'User.ReadWrite.All'
Get-EntraUser -All | Remove-EntraUser
