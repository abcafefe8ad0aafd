#!/bin/sh
# requirements/*.in -> requirements/*.txt, with hashes, for every system and Python at once.
# dev.txt is held to the versions of runtime.txt, and quality.txt to those of dev.txt: all run with what readers get.

set -eu
unset CDPATH
cd -- "$(dirname -- "$0")/.."

uv=$(command -v uv || true)
if [ -z "$uv" ]; then
	if [ ! -x build/lock/bin/uv ]; then
		python=$(sh tools/setup.sh python)
		"$python" -m venv build/lock
		build/lock/bin/python -m pip install --quiet --disable-pip-version-check "uv>=0.9"
	fi
	uv=build/lock/bin/uv
fi

compile() {
	"$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --no-header ${UPGRADE:+--upgrade} "$@"
}

compile requirements/runtime.in --output-file requirements/runtime.txt
compile requirements/dev.in --constraints requirements/runtime.txt --output-file requirements/dev.txt
compile requirements/quality.in --constraints requirements/dev.txt --output-file requirements/quality.txt
echo "requirements/*.txt are locked; review the diff."
