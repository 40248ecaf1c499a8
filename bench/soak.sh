#!/usr/bin/env bash
# A campaign of random trials: three quarters of the time by tinct.app.soak.Soak, a quarter by the fuzzer Jazzer on each reader
# and writer of core in turn, if that leaves it 10 seconds for each. What Jazzer finds is kept in app/target/soak.
#
# usage: soak.sh MINUTES [SEED]      after ./dev soak has built what it needs
# A trial that went wrong is done again by: soak.sh 0 ITS_SEED 'ITS KIND'
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../app"
minutes=${1:?minutes} seed=${2:-$RANDOM}
java=("${JAVA_HOME:+$JAVA_HOME/bin/}java" -Djava.awt.headless=true -XX:+UseSerialGC -Xmx512m -cp
    "target/test-classes:target/classes:$(cat target/soak.classpath)")
if [ "$minutes" = 0 ]; then exec "${java[@]}" tinct.app.soak.Soak 0 "$seed" "${3:?the kind of trial}"; fi

trap 'exit 130' INT TERM
bad=0
seconds=$(awk -v m="$minutes" 'BEGIN { print int(m * 15 / 13) }') # of Jazzer for each of 13 targets
own=$minutes
[ "$seconds" -lt 10 ] || own=$(awk -v m="$minutes" 'BEGIN { print m * 0.75 }')
"${java[@]}" tinct.app.soak.Soak "$own" "$seed" || bad=1

if [ "$seconds" -lt 10 ]; then
    echo "no time for Jazzer; it is run from 8 minutes on"
    exit $bad
fi
work=target/soak
"${java[@]}" tinct.app.soak.Seeds "$work/corpus"
for folder in "$work"/corpus/*/; do
    target=$(basename "$folder")
    if "${java[@]}" -XX:+IgnoreUnrecognizedVMOptions -XX:+EnableDynamicAgentLoading com.code_intelligence.jazzer.Jazzer \
        --target_class="tinct.app.soak.Fuzz\$$target" '--instrumentation_includes=tinct.**' '--custom_hook_includes=tinct.**' \
        --reproducer_path="$work" -artifact_prefix="$work/$target-" -max_total_time="$seconds" -seed="$seed" -max_len=4000 \
        -rss_limit_mb=2000 -timeout=20 -print_final_stats=1 "$folder" >"$work/$target.log" 2>&1; then
        verdict=ok
    else
        verdict="WRONG, see app/$work/$target.log" bad=1
    fi
    runs=$(sed -n 's/^stat::number_of_executed_units: //p' "$work/$target.log")
    echo "Jazzer, $target: ${runs:-0} inputs in $seconds s, $verdict"
done
exit $bad
