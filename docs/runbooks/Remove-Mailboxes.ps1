# Takes the mailboxes of the accounts in a file and keeps the identities.
# What -Confirmation says comes from a person who has read the plan; a runbook that computes it confirms nothing.
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Accounts,
    [Parameter(Mandatory)] [string] $Confirmation
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

& shisa mailbox remove --from $Accounts --keep-identity --execute --confirm $Confirmation --accept-loss licences,mailbox --no-input
$code = $LASTEXITCODE

switch ($code) {
    0 { 'Done, and observed as declared.' }
    { $_ -in 3, 19 } { 'Some are not done, or were not visible in time: look at the report, then go on with shisa run resume.' }
    17 { 'Stopped and can go on: find out why, then shisa run resume.' }
    22 { 'Something else changed than was declared: call the person in charge now; shisa undo brings it back.' }
    { $_ -in 2, 4, 10, 12, 13, 15, 16, 18 } { 'Refused before any of these accounts was written; the reason stands above.' }
    14 { 'The rehearsal did not go as declared; none of these accounts was written.' }
    11 { 'Somebody else works on the tenant, or an earlier run is not resolved: shisa run list.' }
    { $_ -in 20, 21, 23, 24 } { 'The tenant, the store or a file cannot be relied on: mend that first.' }
    130 { 'Interrupted before the first write.' }
    default { "A failure (exit code $code): treat the run as not resolved, shisa run list." }
}
exit $code
