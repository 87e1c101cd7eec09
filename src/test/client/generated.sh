#!/usr/bin/env bash
# A client that nobody here wrote, made from /openapi.json by a generator, asks a server whatever its document says can be asked:
# bash src/test/client/generated.sh [DOWNHILL]. Needs Node.js and npm.
set -eu
here=$(CDPATH= cd -- "$(dirname "$0")" && pwd)
downhill=${1:-$here/../../../target/app/bin/downhill}
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT

"$downhill" compare iris --model mlp --hidden 16 --optimizers adam --steps 200 --out "$work/race" > /dev/null 2>&1
"$downhill" serve "m=$work/race/model-adam.downhill-model" --port 0 > "$work/said.txt" 2> /dev/null &
server=$!
until grep -q "^http" "$work/said.txt"; do kill -0 "$server"; sleep 0.2; done
address=$(sed -n 's#^\(http://[^/]*\)/.*#\1#p' "$work/said.txt" | head -1)

echo '{"type": "module"}' > "$work/package.json"
cp "$here/ask.mjs" "$work"
cd "$work"
node -e "fetch('$address/openapi.json').then(each => each.text()).then(text => require('fs').writeFileSync('served.json', text))"
npx --yes swagger-typescript-api@13.0.22 -p ./served.json -o . -n client.ts --js > made.txt 2>&1 || { cat made.txt; exit 1; }
node ask.mjs "$address"
