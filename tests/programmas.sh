#!/bin/sh
# The programs the tests drive: a browser, an office suite that did not make our documents, and what runs the checker of HTML.
# As root on Debian they are installed; elsewhere the exact line is printed and the run fails.
set -eu
pakketten=""
# The same browser without its own window: a context of it costs a fifth.
command -v chromium-headless-shell >/dev/null || pakketten="$pakketten chromium-headless-shell"
command -v soffice >/dev/null || pakketten="$pakketten libreoffice-writer-nogui"
command -v pdftotext >/dev/null || pakketten="$pakketten poppler-utils"
command -v java >/dev/null || pakketten="$pakketten default-jre-headless"
command -v npm >/dev/null || pakketten="$pakketten npm"
# The full promises also drive a virus scanner.
[ "${1:-}" != clamd ] || command -v clamd >/dev/null || pakketten="$pakketten clamav-daemon"
[ -n "$pakketten" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $pakketten >/dev/null
else
    echo "The tests need programs that are not here. Install them with:" >&2
    echo "    sudo apt-get install$pakketten" >&2
    exit 1
fi
