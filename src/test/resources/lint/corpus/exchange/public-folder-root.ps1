Get-PublicFolder '\' -Recurse -ResultSize Unlimited | Remove-PublicFolder -Recurse -Confirm:$false
