#!/usr/bin/env bash
# Starts and stops a cluster of OpenSearch on this machine, with the plugin of this folder installed,
# for the tests that need one. OpenSearch is fetched by Maven the first time and kept in target/.
#
#   src/test/sh/cluster.sh start [NODES]   1 node, or 3; the last line is the address of the first
#   src/test/sh/cluster.sh stop            ends the nodes that were started here
#   src/test/sh/cluster.sh test [NODES]    starts 3 nodes, runs the tests, ends the nodes
#   src/test/sh/cluster.sh again NODE...   starts those of 3 again that have ended, with what they hold
#
#   FIHRIS_CLUSTER_PORT     the first port, by default 19520; a node takes one for HTTP and the one
#                           ten above it for the other nodes
#   FIHRIS_CLUSTER_HEAP     the heap of a node, by default 384m
#   FIHRIS_CLUSTER_CONFIG   a folder of tables for the nodes, in the place of those in the plugin
#
# Nodes listen on the loopback interface only. OpenSearch does not run as root: then its nodes are
# started as user 65534 (nobody), to whom their files are given.

set -euo pipefail
# shellcheck source=../../../bin/fihris
source "$(dirname -- "${BASH_SOURCE[0]}")/../../../bin/fihris"

find_home
cd "$home"
version=$(sed -n 's|.*<opensearch.version>\(.*\)</opensearch.version>.*|\1|p' pom.xml)
folder=$home/target/cluster
program=$folder/opensearch-$version
port=${FIHRIS_CLUSTER_PORT:-19520}
heap=${FIHRIS_CLUSTER_HEAP:-384m}
nobody=65534

progress() { printf '%s\n' "$*" >&2; }

fetch() {
  [[ -d $program ]] && return
  local zip=$folder/opensearch-$version.zip
  progress "fetching OpenSearch $version"
  mkdir -p "$folder"
  mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy \
    "-Dartifact=org.opensearch.distribution.integ-test-zip:opensearch:$version:zip" \
    "-DoutputDirectory=$folder" >&2 || die 'Maven cannot fetch OpenSearch'
  "$java_home/bin/jar" --version >/dev/null 2>&1 || die "there is no jar in $java_home; a JDK is needed"
  (cd "$folder" && "$java_home/bin/jar" xf "$zip" && chmod +x "$program"/bin/*)
}

install_plugin() {
  progress 'building the plugin'
  mvn -q -B -Pcluster -Dmaven.test.skip=true -Dformat.skip=true package >&2 ||
    die 'the plugin cannot be built'
  local zip
  zip=$(printf '%s\n' target/fihris-opensearch-plugin-*.zip)
  export OPENSEARCH_JAVA_HOME=$java_home OPENSEARCH_PATH_CONF=$program/config
  if [[ -d $program/plugins/fihris ]]; then
    "$program/bin/opensearch-plugin" remove fihris >&2
  fi
  "$program/bin/opensearch-plugin" install --batch "file://$home/$zip" >&2 ||
    die 'the plugin cannot be installed'
}

# Becomes a program, as somebody who is not root.
become() {
  if (($(id -u) == 0)); then
    exec setpriv --reuid "$nobody" --regid "$nobody" --clear-groups "$@"
  else
    exec "$@"
  fi
}

configure() {
  local node=$1 nodes=$2 own=$folder/node-$1 i seeds='' names=''
  rm -rf "$own"
  mkdir -p "$own/data" "$own/logs"
  cp -r "$program/config" "$own/config"
  for ((i = 1; i <= nodes; i++)); do
    seeds+="${seeds:+, }\"127.0.0.1:$((port + 10 + i - 1))\""
    names+="${names:+, }node-$i"
  done
  cat >"$own/config/opensearch.yml" <<YAML
cluster.name: fihris-test-$port
node.name: node-$node
path.data: "$own/data"
path.logs: "$own/logs"
network.host: 127.0.0.1
http.port: $((port + node - 1))
transport.port: $((port + 10 + node - 1))
discovery.seed_hosts: [$seeds]
cluster.initial_cluster_manager_nodes: [$names]
cluster.routing.allocation.disk.threshold_enabled: false
YAML
  if [[ ${FIHRIS_CLUSTER_CONFIG-} ]]; then
    cp -r "$FIHRIS_CLUSTER_CONFIG" "$own/config/fihris"
    printf 'fihris.config: fihris\n' >>"$own/config/opensearch.yml"
  fi
}

# Sets REPLY to the status of the cluster's health; fails where nobody answers.
health() {
  REPLY=''
  exec 3<>"/dev/tcp/127.0.0.1/$port" || return 1
  printf 'GET /_cluster/health?wait_for_nodes=%s&timeout=5s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$1" >&3
  local answer
  answer=$(cat <&3)
  exec 3>&-
  [[ $answer =~ \"status\":\"([a-z]+)\" && $answer == *'"timed_out":false'* ]] || return 1
  REPLY=${BASH_REMATCH[1]}
}

start() {
  local nodes=$1 node
  ((nodes == 1 || nodes == 3)) || die 'a cluster has 1 node or 3'
  find_java javac || die "a JDK is needed. $wanted"
  stop
  fetch
  install_plugin
  for ((node = 1; node <= nodes; node++)); do configure "$node" "$nodes"; done
  if (($(id -u) == 0)); then chown -R "$nobody:$nobody" "$folder"; fi
  for ((node = 1; node <= nodes; node++)); do start_node "$node"; done
  await_green "$nodes"
}

# Starts a node that is configured, with the articles that it has.
start_node() {
  local node=$1
  # Each becomes the next without another process, so that the number is the node's.
  become env -u JAVA_TOOL_OPTIONS "OPENSEARCH_JAVA_HOME=$java_home" \
    "OPENSEARCH_PATH_CONF=$folder/node-$node/config" \
    "OPENSEARCH_JAVA_OPTS=-Xms$heap -Xmx$heap -XX:TieredStopAtLevel=1" "OPENSEARCH_TMPDIR=$folder/node-$node" \
    "$program/bin/opensearch" >"$folder/node-$node/out" 2>&1 </dev/null &
  printf '%s\n' "$!" >"$folder/node-$node/pid"
}

# Waits for all nodes, and prints the address of the first.
await_green() {
  local nodes=$1 node wait
  for wait in {1..150}; do
    if health "$nodes" 2>/dev/null && [[ $REPLY == green ]]; then
      printf 'http://127.0.0.1:%s\n' "$port"
      return
    fi
    for ((node = 1; node <= nodes; node++)); do
      kill -0 "$(<"$folder/node-$node/pid")" 2>/dev/null && continue
      tail -n 40 "$folder/node-$node/out" >&2
      stop
      die "node $node has ended"
    done
    sleep 2
  done
  stop
  die 'the nodes do not find each other'
}

# Whether a file holds the number of a process that was started here; the number may be another's.
is_running() {
  local pid
  [[ -s $1 ]] && pid=$(<"$1") && kill -0 "$pid" 2>/dev/null || return 1
  [[ ! -r /proc/$pid/cmdline ]] || grep -aqF "$folder" "/proc/$pid/cmdline"
}

stop() {
  local file pid wait
  for file in "$folder"/node-*/pid; do
    is_running "$file" || continue
    pid=$(<"$file")
    kill "$pid"
    for wait in {1..100}; do
      kill -0 "$pid" 2>/dev/null || break
      sleep 0.2
    done
    kill -9 "$pid" 2>/dev/null || true
    rm -f "$file"
  done
}

run_tests() {
  local address
  address=$(start "$1" | tail -n 1)
  [[ $address == http* ]] || exit 2
  trap stop EXIT
  mvn -B test "-Dfihris.cluster=$address" -Dsurefire.failIfNoSpecifiedTests=true \
    '-Dtest=org.fihris.plugin.*Test,org.fihris.cluster.*Test,org.fihris.search.Cluster*Test,org.fihris.cli.ClusterFeaturesTest,org.fihris.browser.*Test' \
    -DexcludedGroups=folder
}

case ${1-} in
  start) start "${2:-3}" ;;
  stop) stop ;;
  test) run_tests "${2:-3}" ;;
  again)
    find_java java || no_java Java
    for node in "${@:2}"; do start_node "$node"; done
    await_green 3
    ;;
  *) sed -n '2,18s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2 && exit 2 ;;
esac
