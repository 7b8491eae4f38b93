# make demo    set up, read the sample reports, write a dossier
# make test    set up for development, run every test
#
# Everything goes into .venv/ and demo/; `make clean` removes what was made here.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help demo test lint format types layers web docs screenshot figures floors bench clean

help:
	@echo "make demo    read the sample reports and write demo/dossier.html"
	@echo "make test    run every test"
	@echo "make lint | format | types | layers | web | docs | screenshot | figures | floors | bench | clean"

# --- setting up -----------------------------------------------------------------------------------------------

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed. On Debian or Ubuntu: sudo apt-get install python3 python3-venv" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is too old: Python 3.11 or newer is needed. Name another one: make demo PYTHON=/path/to/python3.11" >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv is missing. On Debian or Ubuntu: sudo apt-get install python3-venv" >&2; exit 1; }
	@echo "Setting up $(VENV) ..."
	@"$(PYTHON)" -m venv $(VENV)
	@$(PIP) --upgrade pip  # Debian 12's pip 23 does not find extras that are spelled with "_", and leaves a part out

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	@echo "Installing crossbearing and what it needs (about a minute) ..."
	@$(PIP) -e .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(BIN)/python
	@echo "Installing crossbearing with the tools of its developers (about two minutes) ..."
	@$(PIP) -e '.[dev]'
	@touch $@ $(VENV)/.installed

# --- using it -------------------------------------------------------------------------------------------------

demo: $(VENV)/.installed
	@mkdir -p demo
	@echo "Reading the twelve reports in samples/ ..."
	@$(BIN)/crossbearing run samples --store demo/demo.db
	@$(BIN)/crossbearing dossier demo/demo.db -o demo/dossier.html
	@echo "Open demo/dossier.html"

# --- working on it --------------------------------------------------------------------------------------------

test: $(VENV)/.installed-dev
	@$(BIN)/python -m pytest

lint: $(VENV)/.installed-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

format: $(VENV)/.installed-dev
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

types: $(VENV)/.installed-dev
	@$(BIN)/mypy --strict

layers: $(VENV)/.installed-dev
	@$(BIN)/lint-imports

bench: $(VENV)/.installed-dev
	@$(BIN)/python benchmarks/read.py $(if $(FULL),--full); $(BIN)/python benchmarks/run.py $(if $(FULL),--full)

web:
	cd web && npm ci --no-audit --no-fund && npm run check && npm run build

docs: $(VENV)/.installed-dev
	@$(BIN)/python scripts/make_cli_docs.py
	@$(BIN)/python scripts/make_readme_session.py

screenshot: $(VENV)/.installed-dev demo
	@$(BIN)/python scripts/screenshot.py demo/dossier.html docs/images

figures: $(VENV)/.installed-dev
	@$(BIN)/python scripts/check_floors.py --readme --raise

floors: $(VENV)/.installed-dev
	@$(BIN)/python scripts/check_floors.py

clean:
	rm -rf $(VENV) demo .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis web/node_modules
