#!/usr/bin/env bash
# A client that nobody here wrote, made from /openapi.json by a generator, asks a server whatever its document says can be asked:
# bash src/test/client/generated.sh [DOWNHILL [PROTOCOL]]. Needs Node.js and npm. PROTOCOL is the Open Inference Protocol's own document,
# specification/protocol/open_inference_rest.yaml: a second client is made from it, and asks what it says.
set -eu
here=$(CDPATH= cd -- "$(dirname "$0")" && pwd)
downhill=${1:-$here/../../../target/app/bin/downhill}
protocol=${2:+$(realpath "$2")}
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT

"$downhill" compare iris --model mlp --hidden 16 --optimizers adam --steps 200 --out "$work/race" > /dev/null 2>&1
"$downhill" serve "m=$work/race/model-adam.downhill-model" --port 0 > "$work/said.txt" 2> /dev/null &
server=$!
until grep -q "^http" "$work/said.txt"; do kill -0 "$server"; sleep 0.2; done
address=$(sed -n 's#^\(http://[^/]*\)/.*#\1#p' "$work/said.txt" | head -1)

# Makes a client of a document, and asks by it: asked DOCUMENT PROGRAM
asked() {
    npx --yes swagger-typescript-api@13.0.22 -p "$1" -o . -n client.ts --js > made.txt 2>&1 || { cat made.txt; exit 1; }
    node "$2" "$address"
}

echo '{"type": "module"}' > "$work/package.json"
cp "$here/ask.mjs" "$here/protocol.mjs" "$work"
cd "$work"
node -e "fetch('$address/openapi.json').then(each => each.text()).then(text => require('fs').writeFileSync('served.json', text))"
asked ./served.json ask.mjs
[ -z "$protocol" ] || asked "$protocol" protocol.mjs
