# 退職処理メニュー
Import-Module MSOnline
Connect-MsolService

function Read-Target {
    do {
        $upn = Read-Host '対象の UPN（必須）'
    } until ($upn -match '^[^@\s]+@sgu\.example$')
    return $upn
}

while ($true) {
    Write-Host '1) 状態表示  2) サインイン停止  3) ライセンス解除  9) 終了'
    switch (Read-Host '番号') {
        '1' { Get-MsolUser -UserPrincipalName (Read-Target) | Format-List DisplayName, BlockCredential, Licenses }
        '2' { Set-MsolUser -UserPrincipalName (Read-Target) -BlockCredential $true }
        '3' {
            $u = Get-MsolUser -UserPrincipalName (Read-Target)
            foreach ($l in $u.Licenses.AccountSkuId) {
                Set-MsolUserLicense -UserPrincipalName $u.UserPrincipalName -RemoveLicenses $l
            }
        }
        '9' { exit }
        default { Write-Warning '番号が違います' }
    }
}
