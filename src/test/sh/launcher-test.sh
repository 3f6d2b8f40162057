#!/usr/bin/env bash
# Tests of bin/fihris: run it with no argument. A copy of the launcher stands in a temporary folder
# beside a program of one class, and a script stands in for Maven, so that building takes a second
# and can be made to fail. Needs a JDK of 21 or newer where the launcher finds it.
# The last line says how many checks passed and failed; the exit code is 1 if any failed.

set -u
launcher=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../bin" && pwd)/fihris
work=$(mktemp -d "${TMPDIR:-/tmp}/fihris launcher test.XXXXXX")
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
unset FIHRIS_JAVA_HOME FIHRIS_JAVA_FOLDERS FIHRIS_JAVA_OPTS JAVA_OPTS JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS
export FIHRIS_STARTUP_CACHE=off # but where it is the subject

# ---- the stage ----------------------------------------------------------------------------------

write_program() {
  cat >"$1" <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

public class Program {
  public static void main(String[] args) throws Exception {
    switch (args.length == 0 ? "" : args[0]) {
      case "args" -> List.of(args).forEach(a -> System.out.println("[" + a + "]"));
      case "exists" -> System.out.println(Files.exists(Path.of(args[1])) ? "yes" : "no");
      case "exit" -> System.exit(Integer.parseInt(args[1]));
      case "property" -> System.out.println(System.getProperty(args[1]));
      case "echo" -> System.in.transferTo(System.out);
      case "complain" -> System.err.println("خطأ");
      case "search" ->
          java.lang.management.ManagementFactory.getGarbageCollectorMXBeans()
              .forEach(b -> System.out.println(b.getName()));
      case "pid" -> {
        System.out.println(ProcessHandle.current().pid());
        Thread.sleep(60_000);
      }
      case "index" -> {
        System.out.println(
            java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
        System.exit(System.getenv("HINDERED") == null ? 0 : 2);
      }
      default -> System.out.println("version 1");
    }
  }
}
JAVA
}

# Compiles the one class; fails if the source says BROKEN; notes every run; takes a moment.
write_maven() {
  cat >"$1" <<'SH'
#!/usr/bin/env bash
echo "run" >>builds
sleep 0.5
if grep -q BROKEN src/main/java/Program.java; then echo "[ERROR] it does not compile"; exit 1; fi
mkdir -p target/classes
"$JAVA_HOME/bin/javac" --release 21 -d target/classes src/main/java/Program.java || exit 1
printf 'half' >target/fihris.jar
sleep 0.3
"$JAVA_HOME/bin/jar" --create --file target/fihris.jar --main-class Program -C target/classes .
SH
  chmod +x "$1"
}

# A fresh clone in folder $1.
clone() {
  mkdir -p "$1/bin" "$1/src/main/java" "$1/index-config"
  cp "$launcher" "${launcher%/*}/logging.properties" "$1/bin/"
  write_program "$1/src/main/java/Program.java"
  echo '<project/>' >"$1/pom.xml"
  echo 'x' >"$1/index-config/stopwords.txt"
  find "$1" -exec touch -t 202601010000 {} +
}

# A Java in folder $1 that says version $2 of itself and, when run, its own folder.
pretend_java() {
  mkdir -p "$1/bin"
  printf 'IMPLEMENTOR="x"\nJAVA_VERSION="%s"\n' "$2" >"$1/release"
  # shellcheck disable=SC2016
  printf '#!/bin/sh\necho "ran ${0%%/bin/java}"\n' >"$1/bin/java"
  chmod +x "$1/bin/java"
}

# ---- checks -------------------------------------------------------------------------------------

# Runs a command; sets out, err and code.
run() {
  out=$("$@" 2>"$work/err" </dev/null)
  code=$?
  err=$(<"$work/err")
}

check() { # what is checked, expected, actual
  if [[ $2 == "$3" ]]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED: %s\n  expected: %q\n  but was:  %q\n' "$1" "$2" "$3"
  fi
}

contains() { # what is checked, expected part, actual
  if [[ $3 == *"$2"* ]]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED: %s\n  expected a part: %q\n  but was:         %q\n' "$1" "$2" "$3"
  fi
}

builds() { wc -l <"$1/builds" | tr -d ' '; }
lines() { grep -c '' <<<"$1"; }

tools=$work/tools # the programs a shell script may expect, and no Java
mkdir -p "$tools" "$work/maven"
for tool in bash sh env find stat mkdir mktemp rm mv cp touch tail cat sed grep readlink nice \
  flock perl sleep wc tr dirname uname; do
  path=$(type -P "$tool") && ln -s "$path" "$tools/$tool"
done
write_maven "$work/maven/mvn"
export PATH="$work/maven:$PATH"
home="$work/a clone"
fihris=$home/bin/fihris
clone "$home"

# ---- building -----------------------------------------------------------------------------------

# shellcheck disable=SC1003 # a lone backslash is meant
run "$fihris" args 'two words' '' '*' "it's" '"q"' $'a\nb' '\' '-x' '@file' 'مجلس الوزراء'
check 'first use: arguments arrive untouched' \
  $'[args]\n[two words]\n[]\n[*]\n[it\'s]\n["q"]\n[a\nb]\n[\\]\n[-x]\n[@file]\n[مجلس الوزراء]' "$out"
check 'first use: exit code' 0 "$code"
check 'first use: one notice' 1 "$(lines "$err")"
contains 'first use: the notice says what happens' 'building' "$err"
run "$fihris" --version
check 'second use: does not build' 1 "$(builds "$home")"
check 'second use: says nothing on standard error' '' "$err"

touch "$home/index-config/stopwords.txt"
run "$fihris"
check 'a changed list is built in' 2 "$(builds "$home")"
rm "$home/index-config/stopwords.txt"
run "$fihris"
check 'so is a deleted one' 3 "$(builds "$home")"
touch "$home/README.md"
run "$fihris"
check 'a changed document is none of its business' 3 "$(builds "$home")"

sed -i.bak 's/version 1/BROKEN/' "$home/src/main/java/Program.java"
run "$fihris"
check 'a failed build: exit code' 2 "$code"
check 'a failed build: nothing on standard output' '' "$out"
contains 'a failed build: what went wrong' '[ERROR] it does not compile' "$err"
contains 'a failed build: where the log is' "$home/target/fihris-build.log" "$err"
contains 'a failed build: the log is there' 'not compile' "$(<"$home/target/fihris-build.log")"
sed -i.bak 's/BROKEN/version 2/' "$home/src/main/java/Program.java"
run "$fihris"
check 'repaired' 'version 2' "$out"

: >"$home/target/.fihris-build-unfinished"
printf 'half' >"$home/target/fihris.jar"
run "$fihris"
check 'a build that was killed half way is done again' 'version 2' "$out"

edited="$work/edited"
clone "$edited"
"$edited/bin/fihris" 2>/dev/null >&2 &
until [[ -s $edited/builds ]]; do sleep 0.05; done
touch "$edited/src/main/java/Program.java"
wait "$!"
run "$edited/bin/fihris"
check 'a source saved during a build is built at the next run' 2 "$(builds "$edited")"

crowd="$work/crowd"
clone "$crowd"
for i in 1 2 3 4; do "$crowd/bin/fihris" exit 3 2>"$work/crowd.err.$i" & done
codes=''
for job in $(jobs -p); do
  wait "$job"
  codes="$codes $?"
done
check 'four at once on a fresh clone: all run' ' 3 3 3 3' "$codes"
check 'four at once on a fresh clone: one builds' 1 "$(builds "$crowd")"
contains 'four at once on a fresh clone: the others say that they wait' 'waiting' \
  "$(cat "$work"/crowd.err.*)"

clone "$work/no maven"
run env PATH="$tools" "$work/no maven/bin/fihris"
check 'no Maven: exit code' 2 "$code"
check 'no Maven: one line' 1 "$(lines "$err")"
contains 'no Maven: what to install' 'apt install maven' "$err"

pretend_java "$work/runtime-25" 25
clone "$work/no compiler"
run env PATH="$work/maven:$tools" FIHRIS_JAVA_FOLDERS="$work/runtime-25" JAVA_HOME= \
  "$work/no compiler/bin/fihris"
check 'no compiler: exit code' 2 "$code"
contains 'no compiler: what is missing' 'full JDK (with javac)' "$err"

# ---- finding Java -------------------------------------------------------------------------------

run env PATH="$tools" FIHRIS_JAVA_FOLDERS='' JAVA_HOME= "$fihris"
check 'no Java: exit code' 2 "$code"
check 'no Java: nothing on standard output' '' "$out"
check 'no Java: one line' 1 "$(lines "$err")"
for word in 'Java of 21' 'apt install openjdk-21' 'brew install openjdk' 'any vendor'; do
  contains "no Java: the message mentions $word" "$word" "$err"
done
run env -i FIHRIS_JAVA_FOLDERS="$work/runtime-25" FIHRIS_STARTUP_CACHE=off "$fihris"
check 'no environment' "ran $work/runtime-25" "$out"
run env PATH=/nowhere JAVA_HOME="$work/runtime-25" "$tools/bash" "$fihris"
check 'a PATH that leads nowhere' "ran $work/runtime-25|" "$out|$err"

while IFS='|' read -r what javas expected; do
  folders=''
  for version in $javas; do
    pretend_java "$work/java $version" "$version"
    folders="$folders$work/java $version:"
  done
  run env PATH="$tools" JAVA_HOME= FIHRIS_JAVA_FOLDERS="$folders" "$fihris"
  contains "$what" "$expected" "$out$err"
done <<'TABLE'
the newest of several|21.0.4 25.0.3 17.0.15|java 25.0.3
the newest by number, not by letters|21.0.9 21.0.10|java 21.0.10
the newest whatever the order|26 21.0.4|java 26
four-part versions|21.0.12.1 21.0.11|java 21.0.12.1
an early-access version|27-ea 21.0.4|java 27-ea
leading zeros are not octal|21.0.08 21.0.07|java 21.0.08
the first that is new enough|17.0.15 21|java 21
too old|17.0.15 11.0.2|(the newest is 17)
much too old|1.8.0_412|(the newest is 8)
TABLE

run env PATH="$tools" JAVA_HOME="$work/java 21" FIHRIS_JAVA_FOLDERS="$work/java 26" "$fihris"
check 'JAVA_HOME is used if it is new enough' "ran $work/java 21" "$out"
run env PATH="$tools" JAVA_HOME="$work/java 17.0.15" FIHRIS_JAVA_FOLDERS="$work/java 26" "$fihris"
check 'JAVA_HOME is passed over if it is too old' "ran $work/java 26" "$out"
run env PATH="$tools" JAVA_HOME=/nowhere FIHRIS_JAVA_FOLDERS="$work/java 26" "$fihris"
check 'JAVA_HOME is passed over if it is not there' "ran $work/java 26" "$out"
run env FIHRIS_JAVA_HOME="$work/java 21" JAVA_HOME="$work/java 26" "$fihris"
check 'FIHRIS_JAVA_HOME goes first' "ran $work/java 21" "$out"
run env FIHRIS_JAVA_HOME="$work/java 17.0.15" JAVA_HOME="$work/java 26" "$fihris"
check 'FIHRIS_JAVA_HOME too old: exit code' 2 "$code"
contains 'FIHRIS_JAVA_HOME too old: named' "FIHRIS_JAVA_HOME=$work/java 17.0.15" "$err"
mkdir -p "$work/path"
ln -sf "../java 26/bin/java" "$work/path/java"
run env PATH="$work/path:$tools" JAVA_HOME= FIHRIS_JAVA_FOLDERS="$work/java 21" "$fihris"
contains 'java on the PATH, through a link' "/java 26" "$out"
rm "$work/path/java"
cat >"$work/path/java" <<SH
#!/bin/sh
echo 'Property settings:' >&2
echo '    java.home = $work/java 26' >&2
echo '    java.version = 26' >&2
SH
chmod +x "$work/path/java"
run env PATH="$work/path:$tools" JAVA_HOME= FIHRIS_JAVA_FOLDERS='' "$fihris"
check 'a script that stands in for java on the PATH' "ran $work/java 26" "$out"

# ---- running ------------------------------------------------------------------------------------

mkdir -p "$work/elsewhere/links"
ln -s "$fihris" "$work/elsewhere/links/absolute"
ln -s '../../a clone/bin/fihris' "$work/elsewhere/links/relative"
ln -s links/relative "$work/elsewhere/chain"
for link in links/absolute ./links/relative chain; do
  run bash -c 'cd "$1" && "./$2"' - "$work/elsewhere" "$link"
  check "through the link $link" 'version 2' "$out"
done
run bash -c 'cd "$1/bin" && CDPATH=/ && export CDPATH && bash fihris' - "$home"
check 'by a bare name, with CDPATH' 'version 2' "$out"
run env PATH="$work/elsewhere:$PATH" chain
check 'on the PATH' 'version 2' "$out"

for expected in 0 1 2 42; do
  run "$fihris" exit "$expected"
  check "exit code $expected" "$expected" "$code"
done
piped=$(echo 'قال الوزير' | "$fihris" echo | cat)
check 'standard input and output may be pipes' 'قال الوزير' "$piped"
"$fihris" pid >"$work/pid" &
launched=$!
for _ in {1..100}; do
  [[ -s $work/pid ]] && break
  sleep 0.1
done
check 'the program takes the place of the launcher' "$launched" "$(<"$work/pid")"
kill -TERM "$launched"
wait "$launched" 2>/dev/null
check 'a signal reaches the program' 143 "$?"

touch "$work/خبر عاجل.txt"
while IFS='|' read -r language all; do
  settings="LANG=$language LC_ALL=$all"
  run env -u LC_CTYPE LANG="$language" LC_ALL="$all" "$fihris" args 'مجلس الوزراء'
  check "$settings: Arabic in and out" $'[args]\n[مجلس الوزراء]' "$out"
  run env -u LC_CTYPE LANG="$language" LC_ALL="$all" "$fihris" exists "$work/خبر عاجل.txt"
  check "$settings: an Arabic file name" 'yes' "$out"
  run env -u LC_CTYPE LANG="$language" LC_ALL="$all" "$fihris" complain
  contains "$settings: Arabic on standard error" 'خطأ' "$err"
done <<'TABLE'
C|
POSIX|POSIX
|C
C.UTF-8|
not_THERE.UTF-8|
TABLE

run env JAVA_OPTS='-Da=1 -Db=*' FIHRIS_JAVA_OPTS='-Da=2' "$fihris" property a
check 'FIHRIS_JAVA_OPTS goes before JAVA_OPTS' 2 "$out"
run env JAVA_OPTS='-Da=1   -Db=*' "$fihris" property b
check 'options are not file patterns' '*' "$out"
run "$fihris" search
contains 'short commands take the small collector' 'MarkSweep' "$out"
run env JAVA_OPTS=-XX:+UseParallelGC "$fihris" search
contains 'unless told which' 'PS MarkSweep' "$out"
check 'unless told which: quietly' '' "$err"

printf 'little' >"$work/little.jsonl"
truncate -s 40M "$work/much.jsonl" 2>/dev/null || mkfile 40m "$work/much.jsonl"
quick=-XX:TieredStopAtLevel=1
run "$fihris" index "$work/new.idx" "$work/little.jsonl"
contains 'indexing takes the collector that gets most done' '-XX:+UseParallelGC' "$out"
contains 'a little is indexed without the optimising compiler' "$quick" "$out"
for sources in "$work/much.jsonl" 'opensearch://localhost:9200/news' - 'missing.jsonl'; do
  run "$fihris" index "$work/new.idx" "$sources"
  check "with it: $sources" '' "$(grep -o -e "$quick" <<<"$out")"
done
run env JAVA_OPTS=-XX:+UseSerialGC "$fihris" index "$work/new.idx" "$work/little.jsonl"
check 'unless told which collector' '' "$(grep -o -e '-XX:+UseParallelGC' <<<"$out")"

mkdir -p "$work/installed/bin"
cp "$launcher" "${launcher%/*}/logging.properties" "$work/installed/bin/"
run "$work/installed/bin/fihris"
check 'nothing to run: exit code' 2 "$code"
contains 'nothing to run: what is missing' 'fihris.jar' "$err"
cp "$home/target/fihris.jar" "$work/installed/"
run "$work/installed/bin/fihris"
check 'an installed copy without sources' 'version 2' "$out"
mkdir "$work/installed/target" && mv "$work/installed/fihris.jar" "$work/installed/target/"
run "$work/installed/bin/fihris"
check 'an installed copy with a target folder' 'version 2' "$out"

# ---- the start-up cache -------------------------------------------------------------------------

FIHRIS_STARTUP_CACHE=now
run "$fihris"
check 'preparing a cache: result' 'version 2' "$out"
check 'preparing a cache: silent' '' "$err"
caches=("$home"/target/startup-cache/*.cache)
check 'there is one cache' 1 "${#caches[@]}"
check 'and it is not empty' yes "$([[ -s ${caches[0]} ]] && echo yes)"
run env FIHRIS_JAVA_OPTS='-Xlog:class+load:stdout' "$fihris"
contains 'the program is loaded from the cache' 'Program source: shared object' "$out"
touch "$home/src/main/java/Program.java"
run "$fihris"
renewed=("$home"/target/startup-cache/*.cache)
check 'a new build has a new cache, and the old one is gone' '1 yes' \
  "${#renewed[@]} $([[ ${renewed[0]} != "${caches[0]}" ]] && echo yes)"
cp "${renewed[0]}" "$work/good.cache"
for damage in 'empty' 'cut short' 'not a cache' 'a folder'; do
  rm -rf "${renewed[0]}"
  case $damage in
    empty) : >"${renewed[0]}" ;;
    'cut short') head -c 100000 "$work/good.cache" >"${renewed[0]}" ;;
    'not a cache') head -c 300000 /dev/urandom >"${renewed[0]}" ;;
    'a folder') mkdir "${renewed[0]}" ;;
  esac
  run "$fihris"
  check "a cache that is $damage: runs, and says nothing" 'version 2|' "$out|$err"
done
rm -rf "${renewed[0]}"
cp "$work/good.cache" "${renewed[0]}"
for option in -XX:+UseZGC -XX:+UseParallelGC -Xmx40g; do
  run env FIHRIS_JAVA_OPTS="$option" "$fihris"
  check "a cache that does not go with $option: runs, and says nothing" 'version 2|' "$out|$err"
done
rm -rf "$home/target/startup-cache"
run env HINDERED=yes "$fihris"
check 'a cache that cannot be prepared: runs, and says nothing' 'version 2|' "$out|$err"
check 'a cache that cannot be prepared: is not tried again' 1 \
  "$(find "$home/target/startup-cache" -name '*.failed' | wc -l | tr -d ' ')"
rm -rf "$home/target/startup-cache"
FIHRIS_STARTUP_CACHE=background
run "$fihris"
check 'in the background: the first run does not wait' 'version 2|' "$out|$err"
for _ in {1..200}; do
  caches=("$home"/target/startup-cache/*.cache)
  [[ -s ${caches[0]} ]] && break
  sleep 0.1
done
check 'in the background: the cache appears' yes "$([[ -s ${caches[0]} ]] && echo yes)"

printf '%d passed, %d failed\n' "$passed" "$failed"
((failed == 0))
