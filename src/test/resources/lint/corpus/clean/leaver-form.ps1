# Form for the service desk: shows what offboarding would do
Add-Type -AssemblyName System.Windows.Forms
Add-Type -AssemblyName System.Drawing

$form = New-Object System.Windows.Forms.Form
$form.Text = 'Offboarding (preview)'
$form.Size = New-Object System.Drawing.Size(640, 480)
$form.StartPosition = 'CenterScreen'

$box = New-Object System.Windows.Forms.TextBox
$box.Location = New-Object System.Drawing.Point(10, 10)
$box.Width = 300
$form.Controls.Add($box)

$output = New-Object System.Windows.Forms.RichTextBox
$output.Location = New-Object System.Drawing.Point(10, 50)
$output.Size = New-Object System.Drawing.Size(600, 340)
$output.ReadOnly = $true
$form.Controls.Add($output)

$button = New-Object System.Windows.Forms.Button
$button.Text = 'Preview'
$button.Location = New-Object System.Drawing.Point(320, 8)
$button.Add_Click({
    $output.Clear()
    $upn = $box.Text.Trim()
    if ($upn -notmatch '^[^@\s]+@contoso\.example$') {
        $output.AppendText("not an address: $upn`n")
        return
    }
    try {
        $mailbox = Get-Mailbox -Identity $upn -ErrorAction Stop
        $output.AppendText("Mailbox: $($mailbox.DisplayName)`n")
        Remove-Mailbox -Identity $upn -WhatIf *>&1 | ForEach-Object { $output.AppendText("$_`n") }
        Get-DistributionGroup -ResultSize Unlimited -Filter "Members -eq '$($mailbox.DistinguishedName)'" | ForEach-Object {
            $output.AppendText("Group: $($_.DisplayName)`n")
            Remove-DistributionGroupMember -Identity $_.Identity -Member $upn -WhatIf *>&1 | Out-Null
        }
    }
    catch {
        $output.AppendText("$($_.Exception.Message)`n")
    }
})
$form.Controls.Add($button)

$close = New-Object System.Windows.Forms.Button
$close.Text = 'Close'
$close.Location = New-Object System.Drawing.Point(520, 400)
$close.Add_Click({ $form.Close() })
$form.Controls.Add($close)

[void]$form.ShowDialog()
$form.Dispose()
Remove-Variable form, box, output, button, close
