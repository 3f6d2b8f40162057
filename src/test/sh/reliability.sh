#!/usr/bin/env bash
# The long form of the suites of docs/reliability.md: reliability.sh [MINUTES OF FUZZING [SEED]].
# Takes some twenty minutes beside the fuzzing, and prints what was seen.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."

minutes=${1:-60}
seed=${2:-$RANDOM}
echo "seed $seed"
exec mvn -B -q test \
  -Dtest='FaultyDirectoryTest,KilledProcessTest,DamagedIndexTest,BadDiskTest,ManyCommitsTest,FuzzTest,StoredIndexTest' \
  -Dreliability.long=true -Dreliability.seed="$seed" \
  -Dreliability.faults=100 -Dreliability.kills=51 -Dreliability.damage=1000 \
  -Dreliability.commits=1000 -Dreliability.fuzz.seconds=$((minutes * 10))
