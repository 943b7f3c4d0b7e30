# The two commands of the README: `make graph` and `make test`. Needs python3 >= 3.11 and the package index.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STORE ?= kg-store

.PHONY: all env graph test lint typecheck unit test-clients test-spark test-servers bench bench-scale bench-memory bench-explorer accuracy clean test-browser

all: env

env: $(VENV)/.installed

$(VENV)/.installed: requirements/build.txt requirements/base.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "python3 >= 3.11 is needed")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/build.txt
	$(BIN)/python -m pip install --quiet --require-hashes --no-build-isolation -r requirements/base.txt
	$(BIN)/python -m pip install --quiet --no-build-isolation --no-deps --editable .
	touch $@

$(VENV)/.tested: $(VENV)/.installed requirements/test.txt
	$(BIN)/python -m pip install --quiet --require-hashes --no-build-isolation -r requirements/test.txt
	touch $@

graph: env
	$(BIN)/kg build data/examples --lexicon data/examples/lexicon --store $(STORE)

test: $(VENV)/.tested
	$(BIN)/ruff check kg tests
	$(BIN)/ruff format --check kg tests
	$(BIN)/mypy
	$(BIN)/python -m pytest --ignore=tests/browser --ignore=tests/spark --ignore=tests/servers --cov=kg --cov-report=term:skip-covered --cov-fail-under=90

test-browser: $(VENV)/.tested requirements/browser.txt tests/browser/package-lock.json
	command -v chromium || { apt-get update && apt-get install --yes --no-install-recommends chromium fonts-noto-cjk; }
	command -v npm || { apt-get update && apt-get install --yes --no-install-recommends npm; }
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/browser.txt
	cd tests/browser && npm ci --no-audit --no-fund --silent
	$(BIN)/python -m pytest tests/browser

test-spark: $(VENV)/.tested requirements/spark.txt
	command -v java || { apt-get update && apt-get install --yes --no-install-recommends openjdk-17-jre-headless; }
	$(BIN)/python -m pip install --quiet --require-hashes --no-build-isolation -r requirements/spark.txt
	$(BIN)/python -m pytest tests/spark

test-servers: $(VENV)/.tested requirements/servers.txt
	command -v virtuoso-t || { apt-get update && apt-get install --yes --no-install-recommends virtuoso-opensource-7-bin; }
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/servers.txt
	$(BIN)/python -m pytest tests/servers

test-clients: $(VENV)/.tested
	$(BIN)/python -m tests.clients

bench: env
	$(BIN)/python -m tests.bench

bench-scale: env
	$(BIN)/python -m tests.scale.bench $(SIZES)

bench-memory: env
	$(BIN)/python -m tests.scale.memory $(SIZES)

bench-explorer: env
	$(BIN)/python -m tests.explorer.bench $(SIZES)

accuracy: $(VENV)/.tested
	$(BIN)/python -m tests.accuracy $(if $(DATE),--date $(DATE))

clean:
	rm -rf $(VENV) $(STORE) .mypy_cache .ruff_cache .pytest_cache .coverage
