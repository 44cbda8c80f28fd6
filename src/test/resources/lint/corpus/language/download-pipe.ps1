irm https://tools.contoso.example/m365.ps1 | iex
