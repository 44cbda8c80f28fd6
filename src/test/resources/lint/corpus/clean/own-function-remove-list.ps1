$script:basket = New-Object System.Collections.ArrayList
function Add-Entry($Name) { [void]$script:basket.Add($Name) }
function Remove-Entry($Name) { $script:basket.Remove($Name) }
function Clear-Basket { $script:basket.Clear() }
function Purge-Basket { Clear-Basket; 'empty' }

Add-Entry 'first'
Add-Entry 'second'
Remove-Entry 'first'
Purge-Basket
