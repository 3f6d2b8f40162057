#!/usr/bin/env bash
# What becomes of articles and answers when nodes fail: three real nodes are started, killed, stopped
# and started again while they are written to and searched. Takes the index of a folder with some
# thousands of articles, and prints what was seen; docs/reliability.md tells of it.
#
#   src/test/sh/cluster-faults.sh INDEX JSONL     the articles of both are the same

set -euo pipefail
cd "$(dirname -- "${BASH_SOURCE[0]}")/../../.."

index=$1 articles=$2
port=${FIHRIS_CLUSTER_PORT:-19520}
nodes=127.0.0.1:$port,127.0.0.1:$((port + 1)),127.0.0.1:$((port + 2))
address=opensearch://$nodes/faults
work=$(mktemp -d "${TMPDIR:-/tmp}/fihris-faults.XXXXXX")
trap 'src/test/sh/cluster.sh stop; rm -rf "$work"' EXIT

begin() { printf '\n== %s\n' "$1"; }

node() { cat "target/cluster/node-$1/pid"; }

# Nothing acknowledged is missing where pushing all again writes nothing.
nothing_is_missing() {
  bin/fihris push "$index" "$address" 2>"$work/err" | tee "$work/out"
  grep -q ': 0 written' "$work/out" "$work/err" || printf 'MISSING ARTICLES\n'
}

# Searches until the file "stop" is there, and says how many searches ended how, and the slowest.
search_on() {
  local code began took slowest=0 found=0 failed=0
  while [[ ! -e $work/stop ]]; do
    began=$(date +%s%N) code=0
    bin/fihris search "$address" 'الرئيس' -n 1 >"$work/hits" 2>"$work/said" || code=$?
    took=$((($(date +%s%N) - began) / 1000000))
    ((took > slowest)) && slowest=$took
    if ((code == 0)); then found=$((found + 1)); else
      failed=$((failed + 1))
      cat "$work/said"
    fi
  done
  printf '%d searches found something, %d failed; the slowest took %d ms\n' "$found" "$failed" "$slowest"
}

# Searches while the command is carried out, and for some seconds behind it.
while_searching() {
  local searching
  rm -f "$work/stop"
  search_on &
  searching=$!
  sleep 5
  "$@"
  sleep 25
  : >"$work/stop"
  wait "$searching"
}

begin 'Three nodes'
src/test/sh/cluster.sh start 3 2>/dev/null

begin 'A node is killed while articles are written'
(sleep "${FIHRIS_FAULT_AFTER:-12}" && kill -9 "$(node 2)") &
bin/fihris index "$address" "$articles" --shards 2 --replicas 1 || printf 'exit code %d\n' $?
wait
src/test/sh/cluster.sh again 2
nothing_is_missing

begin 'A node is killed while articles are searched'
while_searching bash -c 'kill -9 "$(cat target/cluster/node-3/pid)"'
src/test/sh/cluster.sh again 3
nothing_is_missing

begin 'A node stops answering while articles are searched'
while_searching kill -STOP "$(node 2)"
kill -CONT "$(node 2)"
nothing_is_missing

begin 'All nodes are killed and started again'
kill -9 "$(node 1)" "$(node 2)" "$(node 3)"
bin/fihris search "$address" 'الرئيس' -n 1 || printf 'exit code %d\n' $?
src/test/sh/cluster.sh again 1 2 3
nothing_is_missing
bin/fihris search "$address" 'الرئيس' -n 1 | head -n 3
