#!/bin/sh
# Brings .venv to what requirements/NAME.txt says, with this package in it. Does nothing when that is done already.
#
#   sh tools/setup.sh runtime|dev|quality
#   sh tools/setup.sh python          prints the Python that .venv would be made with
#
# PYTHON names the Python to use; otherwise the first fit one is found.

set -eu
unset CDPATH
cd -- "$(dirname -- "$0")/.."
want=$1
venv=.venv
here=$(pwd -P)

say() { printf '%s\n' "$*" >&2; }

# The stamp holds the checkout's place, because a virtual environment does not survive being moved, and a checksum
# of contents, because git gives files new times when it changes branches.
stamp_of() {
	printf '%s\n' "$here"
	cat "requirements/$1.txt" pyproject.toml tools/setup.sh | cksum
}

is_ready() {
	[ -f "$venv/$1.stamp" ] && [ "$(cat "$venv/$1.stamp")" = "$(stamp_of "$1")" ] && "$venv/bin/python" -c '' 2>/dev/null
}

is_fit() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

can_make_venv() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }

# Prints the first Python that is new enough and complete. Every candidate is run, not only looked up:
# version managers put names on PATH that answer with an error.
find_python() {
	incomplete=
	for name in "${PYTHON:-}" python3.13 python3.12 python3.11 python3.14 python3 python; do
		[ -n "$name" ] && is_fit "$name" || continue
		if can_make_venv "$name"; then
			printf '%s\n' "$name"
			return 0
		fi
		[ -n "$incomplete" ] || incomplete=$name
	done
	if [ -n "$incomplete" ]; then
		version=$("$incomplete" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
		say "Python $version ($incomplete) cannot make a virtual environment: its venv or ensurepip module is missing."
		say "  Debian, Ubuntu:  sudo apt-get install python$version-venv"
		say "Then run the same command again, or name another Python: PYTHON=/path/to/python3"
	else
		say "No Python 3.11 or newer was found. Install one, then run the same command again:"
		say "  Debian, Ubuntu:  sudo apt-get install python3 python3-venv"
		say "  Fedora:          sudo dnf install python3"
		say "  macOS:           brew install python@3.13, or the installer from https://www.python.org/downloads/"
		say "or name one: PYTHON=/path/to/python3"
	fi
	return 1
}

if [ "$want" = python ]; then
	find_python
	exit
fi
# What the tests need includes what a site needs.
if is_ready "$want" || { [ "$want" = runtime ] && is_ready dev; }; then
	exit 0
fi

moved=
for stamp in "$venv/runtime.stamp" "$venv/dev.stamp" "$venv/quality.stamp"; do
	if [ -f "$stamp" ] && [ "$(head -n 1 "$stamp")" != "$here" ]; then moved=yes; fi
done
if [ -n "$moved" ] || ! is_fit "$venv/bin/python" || ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
	python=$(find_python)
	say "Making .venv with $("$python" --version) ..."
	rm -rf "$venv"
	"$python" -m venv "$venv"
fi

say "Installing the locked packages of requirements/$want.txt into .venv (once; a minute or two) ..."
rm -f "$venv/$want.stamp"
# A person sees what is fetched; a log does not need it.
quiet=--quiet
[ ! -t 1 ] || quiet=
pip="$venv/bin/python -m pip --disable-pip-version-check --no-input"
# Wheels only: a source package would run its own build script, with tools that no lock names. A lock names every
# package, so nothing is resolved: quicker, and some versions of pip stumble over the extras of lxml.
if ! $pip install $quiet --no-deps --only-binary :all: --require-hashes -r "requirements/$want.txt"; then
	say "The locked packages could not be installed; the reason stands above."
	say "If it is the network: run the same command again, it goes on where it stopped."
	exit 1
fi
# The builder of this package (flit-core) comes from the lock too, so nothing is fetched here.
$pip install --quiet --no-index --no-deps --no-build-isolation --editable .
stamp_of "$want" >"$venv/$want.stamp"
