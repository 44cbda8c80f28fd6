Disable-Mailbox kuro@sgu.example －Confirm:$false
