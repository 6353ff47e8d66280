#!/bin/sh
# Pushes the plan whose fingerprint was reviewed, and nothing else: if files or org have moved, it ends with 1 and says so.
# A push that was cut off is finished by the next run; result.json has an outcome for every change.
set -eu
: "${FINGERPRINT:?It is the one of the plan that was reviewed.}"
wrapsmith push --env "$ENVIRONMENT" --yes --expect "$FINGERPRINT" --format json > result.json
