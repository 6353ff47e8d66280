#!/bin/sh
# Checks the catalogs and plans them for $ENVIRONMENT: plan.md for people, plan.json and fingerprint.txt for the push.
# Ends with 0 where there is something to push, too; with another number where a file has errors or nothing could be planned.
set -eu
wrapsmith validate
wrapsmith plan --env "$ENVIRONMENT" --format json > plan.json
wrapsmith plan --env "$ENVIRONMENT" --format markdown > plan.md
node -p 'JSON.parse(require("node:fs").readFileSync("plan.json", "utf8")).fingerprint' > fingerprint.txt
