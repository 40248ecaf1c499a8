#!/usr/bin/env bash
# Adds a score to rows original,result: bench/peers/ssimulacra2.sh REFERENCE < pairs.csv > reference.csv
# REFERENCE prints the SSIMULACRA 2 score of `REFERENCE ORIGINAL RESULT`; see core/src/test/resources/oracles/ssimulacra2.py.
set -euo pipefail
while IFS=, read -r original result; do
    echo "$original,$result,$("$1" "$original" "$result")"
done
