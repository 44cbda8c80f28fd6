foreach ($id in 'staff01@sgu.example', 'staff02@sgu.example', 'staff03@sgu.example') {
    Set-Mailbox $id -RetentionHoldEnabled:$false
}
