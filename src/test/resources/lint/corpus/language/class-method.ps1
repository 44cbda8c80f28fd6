class Cleaner {
    [string]$Base
    Cleaner([string]$base) { $this.Base = $base }
    [void] Run() {
        Get-ADUser -Filter * -SearchBase $this.Base | Remove-ADUser -Confirm:$false
    }
}
[Cleaner]::new('OU=Old,DC=contoso,DC=example').Run()
