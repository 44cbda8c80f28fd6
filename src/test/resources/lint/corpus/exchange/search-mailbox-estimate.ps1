Get-Mailbox -ResultSize Unlimited |
    Search-Mailbox -SearchQuery 'Subject:"Invoice overdue"' -EstimateResultOnly |
    Select-Object Identity, ResultItemsCount |
    Export-Csv .\estimate.csv -NoTypeInformation
