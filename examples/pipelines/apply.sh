#!/bin/sh
# Makes Polder what the files under desired/ say: each file's path is the address of one object.
# Needs curl, POLDER_URL and POLDER_TOKEN. Running it again changes nothing.
set -eu

desired=${1:-$(dirname "$0")/desired}

# What is referred to comes before what refers to it.
for noun in organizations users custom_roles org_memberships org_quotas; do
  [ -d "$desired/$noun" ] || continue
  find "$desired/$noun" -name '*.json' | sort | while read -r file; do
    address=${file#"$desired"/}
    address=${address%.json}
    echo "PUT /v1/$address" >&2
    curl --silent --show-error --fail-with-body --retry 5 --request PUT "$POLDER_URL/v1/$address" \
      --header "Authorization: Bearer $POLDER_TOKEN" \
      --header 'Content-Type: application/json' \
      --data-binary "@$file"
    echo
  done
done
