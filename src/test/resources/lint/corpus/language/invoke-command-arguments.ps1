$names = Get-Content .\names.txt
Invoke-Command -ComputerName dc01 -ArgumentList (, $names) -ScriptBlock {
    param($list)
    foreach ($n in $list) { Remove-ADUser -Identity $n -Confirm:$false }
}
