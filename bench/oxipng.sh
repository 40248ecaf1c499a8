#!/usr/bin/env bash
# Bytes of PNG files of ours beside what 'oxipng -o4' makes of the same indices, and the mean and worst of the differences.
#
# usage: oxipng.sh OXIPNG FOLDER      of files that ./dev size save=FOLDER left
set -euo pipefail
oxipng=$1 folder=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for file in "$folder"/*.png; do
    "$oxipng" -q -o4 --force --out "$work/other.png" "$file"
    echo "${file##*/} $(wc -c <"$file") $(wc -c <"$work/other.png")"
done | awk '
    { d = 100 * ($2 / $3 - 1); printf "%-32s %9d %9d %+7.2f %%\n", $1, $2, $3, d
      sum += d; if (NR == 1 || d > worst) { worst = d; name = $1 } }
    END { printf "%d files: mean %+.2f %%, worst %+.2f %% (%s)\n", NR, sum / NR, worst, name }'
