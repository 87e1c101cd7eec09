#!/usr/bin/env bash
# A cluster of Apache Spark on this machine alone, from the jars beside this script: a master and some workers, all on the loopback
# interface, behind a secret of its own. For trying things out and for the tests; a cluster of many machines is set up as Spark's own
# pages say.
#
#   cluster.sh start DIR [WORKERS]   starts it (2 workers of one core); then: export SPARK_CONF_DIR=DIR/conf, and --on $(cat DIR/master)
#   cluster.sh stop DIR              ends it
#   cluster.sh jars                  what spark-submit --jars is given: the jars that Spark does not bring
set -eu
usage() { sed -n 's/^#   //p' "$0" >&2; exit 2; }
self=$(CDPATH= cd -- "$(dirname "$0")/.." && pwd)

# Whether a jar is none of Spark's: NAME
ours() {
    case $1 in
        nd4j-* | openblas-* | opencl-* | javacpp-* | flatbuffers-* | jackson-1.0* | guava-1.0* | protobuf-1.0* | tribuo-*) ;;
        fastcsv-* | sqlite-* | picocli-* | jackson-core-3* | jackson-databind-3*) ;;
        javafx-* | openjfx-* | controlsfx-* | ikonli-* | atlantafx-* | jfreechart-* | org.jfree.* | VectorGraphics2D-* | uplot-*) ;;
        *) return 1 ;;
    esac
}

if [ "${1:-}" = jars ]; then
    list=
    for jar in "$self"/lib/*.jar; do
        ! ours "${jar##*/}" || list=${list:+$list,}$jar
    done
    echo "$list"
    exit
fi
[ $# -ge 2 ] || usage
mkdir -p "$2"
dir=$(CDPATH= cd -- "$2" && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

stop() {
    for file in "$dir"/*.pid; do
        [ -e "$file" ] || continue
        kill "$(cat "$file")" 2> /dev/null || true
        rm -f "$file"
    done
}

# Spark's own jars alone: what of Downhill is needed, workers get from the program.
jars() {
    mkdir -p "$dir/home/jars" "$dir/conf"
    for jar in "$self"/lib/*.jar; do
        case ${jar##*/} in downhill-*) continue ;; esac
        ours "${jar##*/}" || ln -sf "$jar" "$dir/home/jars/"
    done
}

configure() {
    [ -e "$dir/conf/spark-defaults.conf" ] && return
    (umask 077
    {
        echo "spark.authenticate true"
        echo "spark.authenticate.secret $(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')"
        echo "spark.executor.memory ${MEMORY:-1g}"
        echo "spark.worker.timeout 60"
        echo "spark.master.rest.enabled false"
        echo "spark.deploy.maxExecutorRetries 2"
    } > "$dir/conf/spark-defaults.conf")
    cat > "$dir/conf/logback.xml" <<'X'
<configuration>
  <appender name="ERR" class="ch.qos.logback.core.ConsoleAppender">
    <target>System.err</target><encoder><pattern>%d %-5level %logger{36} - %msg%n</pattern></encoder>
  </appender>
  <logger name="org.apache.spark.deploy" level="INFO"/><root level="WARN"><appender-ref ref="ERR"/></root>
</configuration>
X
}

# NAME CLASS ARGUMENTS...
begin() {
    local name=$1 class=$2
    shift 2
    local properties=()
    while read -r key value; do properties+=("-D$key=$value"); done < <(grep -v secret "$dir/conf/spark-defaults.conf")
    SPARK_HOME=$dir/home SPARK_CONF_DIR=$dir/conf SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1 \
        "$java" -Xmx512m --add-opens=java.base/java.lang=ALL-UNNAMED --add-opens=java.base/java.nio=ALL-UNNAMED \
        --add-opens=java.base/sun.nio.ch=ALL-UNNAMED "${properties[@]}" -cp "$dir/conf:$dir/home/jars/*" "$class" \
        --properties-file "$dir/conf/spark-defaults.conf" "$@" > "$dir/$name.log" 2>&1 < /dev/null &
    echo $! > "$dir/$name.pid"
}

# Waits until a log says something: NAME TEXT
said() {
    local tries=0
    until grep -q "$2" "$dir/$1.log" 2> /dev/null; do
        kill -0 "$(cat "$dir/$1.pid")" 2> /dev/null || { echo "cluster.sh: $1 did not start, see $dir/$1.log" >&2; exit 1; }
        tries=$((tries + 1))
        [ $tries -lt 600 ] || { echo "cluster.sh: $1 does not answer, see $dir/$1.log" >&2; exit 1; }
        sleep 0.1
    done
}

case $1 in
    start)
        stop
        jars
        configure
        begin master org.apache.spark.deploy.master.Master --host 127.0.0.1 --port "${PORT:-0}" --webui-port "${UI_PORT:-0}"
        said master 'Starting Spark master at'
        sed -n 's/.*Starting Spark master at \(spark:[^ ]*\).*/\1/p' "$dir/master.log" | head -1 > "$dir/master"
        for worker in $(seq 1 "${3:-2}"); do
            begin "worker$worker" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --webui-port 0 --cores 1 \
                --memory "${WORKER_MEMORY:-1500m}" -d "$dir/work$worker" "$(cat "$dir/master")"
        done
        for worker in $(seq 1 "${3:-2}"); do said "worker$worker" 'Successfully registered with master'; done
        cat "$dir/master" ;;
    stop) stop ;;
    *) usage ;;
esac
