#!/bin/sh
# Puts codes on their queues whose validity has begun, and takes those off whose validity has ended. It stops, with 1, where
# anything else than that is to be done: then somebody has to look.
set -eu
wrapsmith plan --env "$ENVIRONMENT" --allow dissociate --format json > plan.json
node - <<'SCRIPT'
const { changes } = JSON.parse(require('node:fs').readFileSync('plan.json', 'utf8'));
const others = changes.filter(({ kind }) => kind !== 'associate' && kind !== 'dissociate');
for (const { kind, name } of others) console.error(`Not for the night: ${kind} ${name}`);
process.exitCode = others.length > 0 ? 1 : 0;
SCRIPT
fingerprint=$(node -p 'JSON.parse(require("node:fs").readFileSync("plan.json", "utf8")).fingerprint')
wrapsmith push --env "$ENVIRONMENT" --yes --expect "$fingerprint" --allow dissociate --format json > result.json
