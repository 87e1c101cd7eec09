#!/usr/bin/env bash
# What a GPU with OpenCL does here: devices, whether it trains as the CPU does, how long a step of a run takes by the number of runs, how long
# programs take to build, and a map of 256 x 256 beside the CPU. On a checkout that was built (mvn -q package -DskipTests); needs no network.
#   src/test/gpu/try.sh [opencl|opencl-cpu] [SIZE OF THE MAP]
set -eu
CDPATH= cd -- "$(dirname "$0")/../../.."
backend=${1:-opencl}
size=${2:-256}
out=target/gpu
mkdir -p "$out"
[ -d target/app/lib ] || mvn -B -q package -DskipTests
echo "== devices, self-check"
DOWNHILL_JAVA_OPTIONS="-Ddownhill.backend=$backend" target/app/bin/downhill doctor | grep -i '^opencl'
echo "== microseconds a run-step, programs"
java -Ddownhill.backend="$backend" -cp "target/test-classes:target/app/lib/*" downhill.engine.train.OpenClSpeed
for each in cpu "$backend"; do
    echo "== map of $size x $size on $each"
    start=$(date +%s)
    DOWNHILL_JAVA_OPTIONS="-Ddownhill.backend=$each" target/app/bin/downhill tune iris --optimizer adam --map learningRate,beta1 --size "$size" \
        --steps 200 --out "$out/$each" 2>&1 | tail -4
    echo "$each: $(($(date +%s) - start)) s"
done
