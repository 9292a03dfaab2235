#!/usr/bin/env bash
# Checks our OpenAPI documents with independent tools: a validator accepts them, and clients that are generated from them
# call the sandbox. The argument is a folder for the tools, which come from PyPI, and for the generated clients.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=${1:?usage: bash .ci/openapi/check.sh <folder>}

python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --requirement .ci/openapi/requirements.txt

"$folder/venv/bin/openapi-spec-validator" plane-api/openapi/v1.json plane-api/openapi/v2.json \
    tests/fixtures/openapi/own.json

# Disables the generator's formatter: the generated code need not be formatted.
echo 'post_hooks: []' >"$folder/config.yml"
for version in v1 v2; do
    "$folder/venv/bin/openapi-python-client" generate --path "plane-api/openapi/$version.json" --meta none \
        --config "$folder/config.yml" --output-path "$folder/plane_$version" --fail-on-warning
done
PYTHONPATH=$folder cargo run --locked --quiet --bin with_sandbox -- \
    "$folder/venv/bin/python" .ci/openapi/call.py
