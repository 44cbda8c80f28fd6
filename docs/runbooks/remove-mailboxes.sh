#!/usr/bin/env bash
# Takes the mailboxes of the accounts in a file and keeps the identities.
# Usage: remove-mailboxes.sh FILE COUNT@DOMAIN
# What --confirm says comes from a person who has read the plan; a runbook that computes it confirms nothing.
set -euo pipefail

accounts=$1
confirm=$2

code=0
shisa mailbox remove --from "$accounts" --keep-identity --execute --confirm "$confirm" \
  --accept-loss licences,mailbox --no-input || code=$?

case $code in
  0) echo "Done, and observed as declared." ;;
  3 | 19) echo "Some are not done, or were not visible in time: look at the report, then go on with shisa run resume." >&2 ;;
  17) echo "Stopped and can go on: find out why, then shisa run resume." >&2 ;;
  22) echo "Something else changed than was declared: call the person in charge now; shisa undo brings it back." >&2 ;;
  2 | 4 | 10 | 12 | 13 | 15 | 16 | 18) echo "Refused before any of these accounts was written; the reason stands above." >&2 ;;
  14) echo "The rehearsal did not go as declared; none of these accounts was written." >&2 ;;
  11) echo "Somebody else works on the tenant, or an earlier run is not resolved: shisa run list." >&2 ;;
  20 | 21 | 23 | 24) echo "The tenant, the store or a file cannot be relied on: mend that first." >&2 ;;
  130) echo "Interrupted before the first write." >&2 ;;
  *) echo "A failure (exit code $code): treat the run as not resolved, shisa run list." >&2 ;;
esac
exit "$code"
