Disable-Mailbox -Identity $mailboxToClose
