Import-Module ContosoMigration
foreach ($b in Get-MigrationWaveMember -Wave 4) { Purge-SourceMailbox -Id $b.Id }
