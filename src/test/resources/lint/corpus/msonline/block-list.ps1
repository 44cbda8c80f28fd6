# サインインを止める（名簿より）
$csv = Import-Csv "C:\work\卒業生.csv" -Encoding Default
foreach ($line in $csv) {
    Set-MsolUser -UserPrincipalName $line.UPN -BlockCredential $true
}
