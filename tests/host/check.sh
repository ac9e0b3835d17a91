#!/usr/bin/env bash
# Uploads samples/ to a running host and holds what it answers against what `extract` finds in the same files.
#   tests/host/check.sh [URL]      the host; http://localhost:7071 unless given. INGEST_KEY: its key, where it asks for one.
# The host's store has to be empty. Needs curl, jq and the .NET SDK.
set -euo pipefail
cd "$(dirname "$0")/../.."
url=${1:-http://localhost:7071}
key=(); [ -z "${INGEST_KEY:-}" ] || key=(-H "x-functions-key: $INGEST_KEY")
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT

ask() { curl --fail-with-body --silent --show-error --max-time 60 "${key[@]}" "$url$1"; }
fail() { echo "FAILED: $*" >&2; exit 1; }

echo "Waiting for $url"
for _ in $(seq 90); do
  if ask /api/health >"$work/health" 2>/dev/null; then break; fi
  sleep 2
done
ask /api/health >/dev/null || fail "the host is not ready"

echo "Reading samples/ with extract"
dotnet run --project src/Ingest.Cli -- extract samples >"$work/extracted" || [ -s "$work/extracted" ] || fail "extract gave nothing"
jq -s '[.[] | select(.quotes)] | group_by(.date) | map({date: .[0].date, articles: length, quotes: (map(.quotes | length) | add)}) | sort_by(.date)' "$work/extracted" >"$work/want-days"
jq -s '[.[] | select(.quotes) | .quotes[] | select(.named) | .speaker] | group_by(.) | map({name: .[0], quotes: length}) | sort_by(.name)' "$work/extracted" >"$work/want-speakers"
articles=$(jq 'map(.articles) | add' "$work/want-days")
[ "$articles" -gt 0 ] || fail "extract found no article in samples/"

echo "Uploading"
form=(); for file in samples/*; do form+=(-F "files=@$file"); done
curl --silent --show-error --max-time 120 "${key[@]}" "${form[@]}" "$url/api/articles" >"$work/upload"
accepted=$(jq '.accepted | length' "$work/upload") || fail "the upload was answered with: $(cat "$work/upload")"
[ "$accepted" -eq "$articles" ] || fail "$accepted files were accepted, $articles are articles: $(cat "$work/upload")"

echo "Waiting for $articles articles"
stored=0
for _ in $(seq 150); do
  ask /api/summaries/dates?size=1000 | jq '[.items[] | {date, articles, quotes}] | sort_by(.date)' >"$work/have-days"
  stored=$(jq 'map(.articles) | add // 0' "$work/have-days")
  [ "$stored" -lt "$articles" ] || break
  sleep 2
done
[ "$stored" -eq "$articles" ] || fail "$stored of $articles articles were stored within five minutes"

diff "$work/want-days" "$work/have-days" || fail "the days differ (< extract, > host)"
ask '/api/summaries/speakers?size=1000' | jq '[.items[] | {name, quotes}] | sort_by(.name)' >"$work/have-speakers"
diff "$work/want-speakers" "$work/have-speakers" || fail "the speakers differ (< extract, > host)"

day=$(jq -r '.[0].date' "$work/want-days")
[ "$(ask "/api/summaries/dates/$day" | jq -r .totals.date)" = "$day" ] || fail "the day $day"
status() { curl --silent --output /dev/null --write-out '%{http_code}' --max-time 60 "${key[@]}" "$@"; }
[ "$(status "$url/api/summaries/dates/1970-01-01")" = 404 ] || fail "an unknown day is not 404"
[ "$(status "$url/api/summaries/dates/yesterday")" = 400 ] || fail "a malformed day is not 400"
[ "$(status -X PUT "$url/api/quotes")" = 405 ] || fail "a wrong method is not 405"
[ "$(status "$url/api/openapi.json")" = 200 ] || fail "openapi.json"
[ "$(status "$url/")" = 200 ] || fail "the dashboard at /"
script=$(curl --silent "$url/" | grep -o 'assets/[^"]*\.js' | head -n 1)
[ "$(status "$url/$script")" = 200 ] || fail "the dashboard's script at /$script"

echo "Passed: $(jq length "$work/have-days") days, $(jq length "$work/have-speakers") speakers, $stored articles"
