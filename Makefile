# Two commands need nothing but Python 3.11+ and make: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEV_READY := $(VENV)/.dev-ready

.PHONY: demo test test-all check accuracy held-out train format clean help

help:  ## What can be made
	@grep -E '^[a-z-]+:.*##' Makefile | sed 's/:.*## /\t/'

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "govgraph needs Python 3.11 or newer; this is $$($(PYTHON) --version). Set PYTHON=python3.11 (or newer)."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "Python's venv module is missing. On Debian or Ubuntu: apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(DEV_READY): $(READY)
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

demo: $(READY)  ## The whole way on the fictional minutes: load, answers, audit, map
	$(BIN)/govgraph demo

test: $(DEV_READY)  ## The tests, without the long ones
	@tests/browser/find-or-install-chromium
	$(BIN)/pytest --numprocesses logical --dist loadgroup -m "not long"

test-all: $(DEV_READY)  ## All tests
	@tests/browser/find-or-install-chromium
	$(BIN)/pytest --numprocesses logical --dist loadgroup

check: $(DEV_READY)  ## Format, lint, strict types, docs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	@mkdir -p .build && ln -sfn .. .build/govgraph
	cd .build && ../$(BIN)/mypy --config-file ../pyproject.toml -p govgraph
	$(BIN)/python -m govgraph.docs.check

accuracy: $(DEV_READY)  ## How much of real minutes is read, beside the last table (needs ../shared)
	$(BIN)/python -m govgraph.benchmarks.accuracy

held-out: $(DEV_READY)  ## How much is read of bodies that nothing was learned from (needs ../shared; 20 minutes)
	$(BIN)/python -m govgraph.benchmarks.held_out

train: $(DEV_READY)  ## Builds the labellers' models from annotated minutes (needs ../shared)
	@mkdir -p .build && ln -sfn .. .build/govgraph
	PYTHONPATH=.build $(BIN)/python -m govgraph.graph_loader.minutes.labelling.training.build

format: $(DEV_READY)  ## Formats the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:  ## Removes the virtual environment and what was built (not the user's graph)
	rm -rf $(VENV) .build build dist *.egg-info demo-output
