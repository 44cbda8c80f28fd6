# クラシック チームサイトをすべて削除
Get-SPOSite -Limit All -Template 'STS#0' | Remove-SPOSite -Confirm:$false
