#!/usr/bin/env bash
# The real Functions host in the loop: starts Azurite and `func start`, and runs check.sh against them.
# Needs Azure Functions Core Tools 4 (npm install -g azure-functions-core-tools@4), Node.js, curl, jq and the .NET SDK; ports 7071 and 10000 to 10002 free.
set -euo pipefail
cd "$(dirname "$0")/../.."
for tool in func node npm curl jq dotnet; do
  command -v "$tool" >/dev/null || { echo "$tool is needed" >&2; exit 2; }
done

work=$(mktemp -d)
settings=src/Ingest.Functions/local.settings.json
mine=
finish() {
  status=$?
  [ -z "${func:-}" ] || kill "$func" 2>/dev/null || true
  [ -z "${azurite:-}" ] || kill "$azurite" 2>/dev/null || true
  wait 2>/dev/null || true
  [ "$status" -eq 0 ] || { echo "--- func start"; tail -n 200 "$work/func.log" 2>/dev/null || true; }
  [ -z "$mine" ] || rm -f "$settings"
  rm -rf "$work"
}
trap finish EXIT

cp src/Ingest.Cli/Azurite/package.json src/Ingest.Cli/Azurite/package-lock.json "$work"
(cd "$work" && npm ci --silent --no-audit --no-fund)
node "$work/node_modules/azurite/dist/src/azurite.js" --silent --location "$work/data" --skipApiVersionCheck --disableTelemetry &
azurite=$!

[ -e "$settings" ] || { cp local.settings.sample.json "$settings"; mine=1; }
dotnet build src/Ingest.Functions --nologo -v q
(cd src/Ingest.Functions && exec func start --no-build --port 7071) >"$work/func.log" 2>&1 &
func=$!

tests/host/check.sh http://localhost:7071
