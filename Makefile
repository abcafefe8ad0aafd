# Everything a person or a machine does here, by name. Works with GNU Make 3.81 (macOS) and newer, and any POSIX sh.
# The work itself stands in tools/, so that it also runs where there is no make (docs/windows.md).

BIN = .venv/bin
PORT ?= 8000
# Two workers by default: the suite is promised on two cores.
WORKERS ?= 2
# Real pages that may not be published lie outside the repository, in a folder beside it that holds corpus/.
MATERIAL ?= $(patsubst %/corpus/README.md,%,$(firstword $(wildcard ../*/corpus/README.md)))

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help site serve test check bench lighthouse quality golden screenshots lock clean runtime dev

help: ## say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

site: runtime ## the sample archive and its inbox, all the way to a searchable site in site/
	@$(BIN)/python tools/sample.py --serve-hint "make serve" --port $(PORT)

serve: ## show site/ on this machine; PORT=8001 for another port
	@test -f site/index.html || { echo "There is no site yet: run \`make site\` first." >&2; exit 1; }
	@$(BIN)/python tools/serve.py site --port $(PORT)

test: dev ## every test, those in a real browser included
	@$(BIN)/python tools/chromium.py
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile $(ARGS)

check: dev ## style, types and the directions between the rooms
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy --strict builder
	$(BIN)/lint-imports

bench: dev ## what 1,000 and 10,000 briefings cost to build and to search, beside a stock build of the same files
	@$(BIN)/python tools/chromium.py
	$(BIN)/python tools/bench.py $(ARGS)

lighthouse: dev site ## Google's Lighthouse on each kind of page; needs Node.js and npm
	@$(BIN)/python tools/chromium.py
	$(BIN)/python tools/lighthouse.py $(ARGS)

quality: ## how well real pages are read, where the folder with them is present; ARGS=--raise lifts the floors
	@if test -z "$(MATERIAL)"; then \
	  echo "Not measured: no folder with corpus/ beside this one. MATERIAL=folder names one."; \
	else \
	  sh tools/setup.sh quality && \
	  BRIEFINGS_MATERIAL="$(MATERIAL)" $(BIN)/python -m pytest -q tests/quality && \
	  $(BIN)/python benchmarks/quality.py "$(MATERIAL)" --peers $(ARGS); \
	fi

golden: dev ## write the golden files anew; read the diff like code
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile -m "not browser" --rewrite-golden $(ARGS)

screenshots: dev ## docs/screenshots: each kind of page, desk and phone, light and dark
	@$(BIN)/python tools/chromium.py
	$(BIN)/python tools/screenshots.py $(ARGS)

lock: ## requirements/*.txt from requirements/*.in; UPGRADE=1 takes newer versions
	@sh tools/lock.sh

clean: ## remove what make has made; .venv stays
	rm -rf build site .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find builder tests tools -type d -name __pycache__ -prune -exec rm -rf {} +

runtime:
	@sh tools/setup.sh runtime

dev:
	@sh tools/setup.sh dev
