Get-AzureADMSDeletedDirectoryObject -Id '0f2d4cbe-8f3f-4f2b-9a3c-000000000001' | Format-List
Remove-AzureADMSDeletedDirectoryObject -Id '0f2d4cbe-8f3f-4f2b-9a3c-000000000001'
