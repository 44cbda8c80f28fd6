# near miss: a class with a method of the name Remove
class Basket {
    [System.Collections.ArrayList]$Items = @()
    [void] Remove([string]$name) { $this.Items.Remove($name) }
    [void] Clear() { $this.Items.Clear() }
}
$b = [Basket]::new()
[void]$b.Items.Add('Remove-Nothing')
$b.Remove('Remove-Nothing')
