# What the scripts of packaging/ share. Sourced, never run.
# shellcheck shell=bash disable=SC2034

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
script_name=${0##*/}

# A person reads these in the language of the machine.
speaks_chinese() { [[ ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} == zh* ]]; }

# say ENGLISH [CHINESE]
say()
{
    if [[ $# -gt 1 ]] && speaks_chinese; then printf '%s\n' "$2"; else printf '%s\n' "$1"; fi
}

# A heading between steps, so that a long log can be skimmed.
step() { printf '\n== '; say "$@"; }

# fail WHAT WHAT-TO-DO: one line each, on stderr, and out.
fail()
{
    printf '\n%s: %s\n' "$script_name" "$1" >&2
    [[ $# -lt 2 ]] || printf '  -> %s\n' "$2" >&2
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# Whether something listens on 127.0.0.1:$1.
port_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# A port nobody listens on now. Another program may take it before we do: try again then.
free_port()
{
    local port
    for _ in {1..50}; do
        port=$((20000 + RANDOM % 30000))
        port_taken "$port" || { printf '%s\n' "$port"; return; }
    done
    fail "no free port found on 127.0.0.1" "stop some servers and run this again"
}
