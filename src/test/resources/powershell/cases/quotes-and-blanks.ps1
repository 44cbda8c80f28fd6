Remove-Mailbox “a b”　‘c’-Force
