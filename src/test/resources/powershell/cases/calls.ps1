& $name -x
& { Get-X }
. .\lib.ps1
. $script a
7z a b
1kb + 0x1F - 1e3
& "Remove-Mailbox" @PSBoundParameters @p
