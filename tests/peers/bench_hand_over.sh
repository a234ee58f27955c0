#!/bin/sh
# The peer of bench `hand-over`: the script that one would write with curl. Signs in at an OpenWrt router and gives it a PIN.
#
#   bench_hand_over.sh URL USER PIN        the password is in INKJOIN_BENCH_PASSWORD
#
# Prints the seconds that each request took by curl's own clock, without the start of curl.
set -eu
call() {
    curl -sS -w '\n%{time_total}\n' -H 'Content-Type: application/json' "$url/ubus" \
        -d "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"call\",\"params\":[\"$session\",$1]}"
}
url=$1 session=00000000000000000000000000000000
said=$(call "\"session\",\"login\",{\"username\":\"$2\",\"password\":\"$INKJOIN_BENCH_PASSWORD\"}")
session=$(printf '%s' "$said" | sed -n 's/.*"ubus_rpc_session":"\([0-9a-f]*\)".*/\1/p')
printf '%s\n' "$said" | tail -n 1
said=$(call "\"file\",\"exec\",{\"command\":\"/usr/libexec/inkjoin-wps-pin\",\"params\":[\"$3\"]}")
case $said in *'"stdout":"OK\n"'*) ;; *) echo "the router said: $said" >&2; exit 1 ;; esac
printf '%s\n' "$said" | tail -n 1
