# the text below looks like code inside a string that is written to a file
$readme = @"
<#
 Remove-ADUser is never run here.
#>
"@
Set-Content -Path .\readme.txt -Value $readme
'# not a comment'
