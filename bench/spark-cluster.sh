#!/usr/bin/env bash
# A cluster of Apache Spark on this machine: a master and one, two and four workers of one core each. Crops of photographs
# are compressed by it in all modes and compared with what the local command makes of them; a worker is killed in the middle
# of a job, some results are taken away and the job is resumed; broken files are counted. Prints a report; ends with 1 if
# anything is not as it should be.
#
# usage: spark-cluster.sh start [WORKERS]         a cluster to use, at port 7077, until it is interrupted
#        spark-cluster.sh [PICTURES [FOLDER]]     2000 crops of the photographs in ../shared/images unless told
#   SIDE=192 BROKEN=20 OPTIONS='-k 64 --effort 1 --lossy 0' DRIVER=-Xmx900m
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
count=${1:-2000}
folder=${2:-../shared/images}
broken=${BROKEN:-20}
side=${SIDE:-192}
driver=${DRIVER:--Xmx900m}
read -ra options <<<"${OPTIONS:--k 64 --effort 1 --lossy 0}"
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
port=17077
[[ ${1:-} != start ]] || port=7077
master=spark://127.0.0.1:$port
work=$(mktemp -d)
pids=()
bad=0

cleanup() {
    for pid in "${pids[@]}"; do kill -9 "$pid" 2>/dev/null || true; done
    sleep 1
    rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 130' INT TERM

check() {
    if eval "$2"; then echo "- $1: yes"; else
        echo "- $1: NO"
        bad=1
    fi
}

# Spark wants its jars in a folder; what Maven has loaded will do.
./tinct corpus >/dev/null 2>&1 || true # says that it wants pictures
mkdir -p "$work/home/jars" "$work/logs"
tr ':' '\n' <spark/target/spark.classpath | grep '\.jar$' | while read -r jar; do ln -s "$jar" "$work/home/jars/"; done
export SPARK_HOME=$work/home SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1 SPARK_LOCAL_DIRS=$work/local

daemon() { # NAME CLASS ARGUMENTS...: starts a part of the cluster; its number is in $!
    "$java" -Xmx256m @spark/opens.txt -cp "$work/home/jars/*" "org.apache.spark.deploy.$2" "${@:3}" >"$work/logs/$1" 2>&1 &
}
worker() {
    daemon "worker$1" worker.Worker --cores 1 --memory 1g --host 127.0.0.1 --work-dir "$work/work$1" --webui-port 0 "$master"
    pids+=($!)
    until grep -q 'Successfully registered' "$work/logs/worker$1"; do sleep 0.2; done
}

start_master() {
    daemon master master.Master --host 127.0.0.1 --port $port --webui-port 0
    pids+=($!)
    until grep -q 'I have been elected leader' "$work/logs/master"; do sleep 0.2; done
}

if [[ ${1:-} == start ]]; then
    start_master
    for ((i = 1; i <= ${2:-2}; i++)); do worker $i; done
    echo "ready: ./tinct corpus --master $master PICTURES -o DIR"
    wait
    exit
fi

# Runs the job on the cluster; sets seconds and others from what it tells, and peak to the driver's memory in MB.
submit() { # OUT OPTIONS...
    TINCT_OPTS="$driver" ./tinct corpus --master "$master" --conf spark.executor.memory=700m --conf spark.cores.max="$cores" \
        --conf spark.driver.host=127.0.0.1 --conf spark.ui.enabled=false \
        --conf spark.sql.shuffle.partitions=4 "$work/in" -o "$1" "${options[@]}" --json "${@:2}" >"$work/told" 2>"$work/errors" &
    job=$!
    peak=0
    while kill -0 $job 2>/dev/null; do
        now=$(awk '/VmHWM/ { print int($2 / 1024) }' "/proc/$job/status" 2>/dev/null || true)
        now=${now:-0}
        ((now > peak)) && peak=$now
        "${hook:-true}" "$1"
        sleep 0.2
    done
    wait $job || {
        cat "$work/errors"
        bad=1
    }
}
told() { grep -o "\"$1\":[0-9.E-]*" "$work/told" | cut -d: -f2; }
same() { diff -rq -x 'manifest*' "$1" "$2" >"$work/diff" || { head -5 "$work/diff"; false; }; }
query() { # OUT SQL
    "$java" -Xmx512m @spark/opens.txt -cp "spark/target/tinct-spark.jar:$(<spark/target/spark.classpath)" bench/ManifestQuery.java "$1/manifest.parquet" "$2" 2>/dev/null
}
row() { # NAME: the figures of the last job
    echo "| $1 | $(told seconds) | $(told counting) | $(told merging) | $(told clustering) | $(told making) | $(awk "BEGIN { printf \"%.1f\", $count / $(told making) }") | $peak |"
}

echo "pictures: $count crops of about $side x $side and $broken broken files; options: ${options[*]}; $(nproc) cores; $("$java" -version 2>&1 | head -n 1)"
echo "load at the start: $(cut -d' ' -f1-3 /proc/loadavg)"
./mvnw -B -ntp -q -Dquick -Dmaven.test.skip=true -pl bench -am package
"$java" -Xmx1g -Djava.awt.headless=true -cp bench/target/benchmarks.jar tinct.bench.Crops \
    count="$count" side="$side" broken="$broken" out="$work/in" "$folder"
echo "bytes: $(find "$work/in" -type f -printf '%s\n' | awk '{ s += $1 } END { print s }')"

TIMEFORMAT='%1R'
local_own=$({ time ./tinct compress -r --no-config "$work/in" -o "$work/local-own" "${options[@]}" --quiet >/dev/null 2>&1 || true; } 2>&1)
local_one=$({ time ./tinct compress -r --no-config "$work/in" -o "$work/local-one" "${options[@]}" --shared-palette --quiet >/dev/null 2>&1 || true; } 2>&1)
rm -f "$work"/local-*/.tinct-journal

# How much more two processes do here than one, whatever they are: two cores that share their units do not do twice as much.
alone() { ./tinct compress -r --no-config -t 1 "$work/in/000" -o "$1" "${options[@]}" --quiet >/dev/null 2>&1 || true; }
mkdir -p "$work/ceiling"
alone "$work/ceiling/0"
one_alone=$({ time alone "$work/ceiling/1"; } 2>&1)
two_at_once=$({ time { alone "$work/ceiling/2" & alone "$work/ceiling/3"; wait $!; }; } 2>&1)

start_master
worker 1
cores=1
echo
echo "One process of one thread takes $one_alone s for a part of the pictures, two at once $two_at_once s: two do at most" \
    "$(awk "BEGIN { printf \"%.2f\", 2 * $one_alone / $two_at_once }") times as much as one."
echo "Local command on all cores: own palettes $local_own s, one palette $local_one s (start of Java included)."
echo
echo "| job | whole s | counting s | merging s | clustering s | compressing s | pictures a second | driver's peak MB |"
echo "| --- | --- | --- | --- | --- | --- | --- | --- |"
submit "$work/own1" && row "own palettes, 1 executor"
one_executor=$(told making)
worker 2
second=${pids[-1]}
cores=2
submit "$work/own2" && row "own palettes, 2 executors"
two_executors=$(told making)
submit "$work/one2" --palette-mode one && row "one palette, 2 executors"
share=$(awk "BEGIN { printf \"%.1f\", 100 * ($(told merging) + $(told clustering)) / $(told seconds) }")
one_peak=$peak one_colors=$(told colors) one_bytes=$(told colorBytes)
submit "$work/folder2" --palette-mode folder && row "a palette for each folder, 2 executors"

# What is missing, and nothing else, is done by --resume.
cp -r "$work/own2" "$work/resumed"
find "$work/resumed" -name '*.png' | sort | awk 'NR % 40 == 1' >"$work/taken"
xargs -d '\n' rm <"$work/taken"
taken=$(wc -l <"$work/taken")
submit "$work/resumed" --resume
again=$((count + broken - $(told skipped)))

# A worker and its executor die when a third of the files are there.
killed=
kill_worker() {
    [[ -n $killed ]] && return 0
    local done
    done=$(find "$1" -name '*.png' 2>/dev/null | wc -l)
    ((done * 3 > count)) || return 0
    local executor
    executor=$(pgrep -P "$second" || true)
    # shellcheck disable=SC2086 # it may be none
    kill -9 "$second" $executor
    killed=$done
}
hook=kill_worker
submit "$work/killed" && row "own palettes, a worker killed"
hook=true

worker 3
worker 4
worker 5 # in place of the one that was killed
cores=4
submit "$work/own4" && row "own palettes, 4 executors"
four_executors=$(told making)

echo
echo "2 executors do $(awk "BEGIN { printf \"%.2f\", $one_executor / $two_executors }") times as many pictures a second as 1, 4 do $(awk "BEGIN { printf \"%.2f\", $one_executor / $four_executors }") times as many."
echo "One palette: $one_colors colours, which take $one_bytes bytes when they are sent."
echo "Merging and clustering take $share % of the job with one palette; its driver's peak is $one_peak MB of memory in all."
echo "The worker was killed when $killed results were there."
echo
check 'own palettes, 1 executor: every file equal to the local command' "same $work/local-own $work/own1"
check 'own palettes, 2 executors: every file equal' "same $work/local-own $work/own2"
check 'one palette: every file equal to the local --shared-palette' "same $work/local-one $work/one2"
check 'own palettes, 4 executors: every file equal' "same $work/local-own $work/own4"
check "$taken results taken away: --resume does these and the $broken broken ones again, no others; every file equal" \
    "((again == taken + broken)) && same $work/local-own $work/resumed"
check 'worker killed in the middle: every file equal, none missing, none left over' "same $work/local-own $work/killed && [[ -n '$killed' ]]"
for job in own1 own2 own4 one2 folder2 killed resumed; do
    answer=$(query "$work/$job" "SELECT count(*), count(DISTINCT path), count(error) FROM manifest")
    check "$job: the manifest has $count + $broken rows, all different, $broken with an error" "[[ '$answer' == '$((count + broken)),$((count + broken)),$broken' ]]"
done
check 'driver below 1 GB with one palette' "(($one_peak < 1000))"
check 'merging and clustering below 10 % of the job' "awk 'BEGIN { exit !($share < 10) }'"
exit $bad
