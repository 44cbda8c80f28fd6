# near miss: members with the name of a removal
$list = [System.Collections.Generic.List[string]]::new()
$list.Add('a'); $list.Add('b')
$list.RemoveAt(0)
[System.IO.File]::Delete("$env:TEMP\a.tmp")
'Remove-ADUser'.Length
