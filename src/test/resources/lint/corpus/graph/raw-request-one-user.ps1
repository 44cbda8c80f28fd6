Invoke-MgGraphRequest -Method Delete -Uri '/v1.0/users/taro@sgu.example'
