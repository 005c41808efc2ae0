# Every target first sets up what it needs; nothing is installed twice.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
SEEDS  ?= 200
# Two workers on two cores: threads of their linear algebra would only wait for each other.
TESTS  := OPENBLAS_NUM_THREADS=1 $(BIN)/python -m pytest -n 2 --dist loadgroup
# Whole classes of odd, honest and hostile submissions, and the ways of people from beginning to
# end, take longer than all other tests together.
CORPORA := tests/honest tests/redteam
WAYS    := tests/browser tests/course/test_colab.py tests/test_semester.py
WAYS    += tests/grading/authoring/site/test_docs.py  # needs what builds the site
# nbgrader calls alembic and jupyter by name:
export PATH := $(abspath $(BIN)):$(PATH)

.DEFAULT_GOAL := help
COLAB  := build/colab/.installed
SITE   := $(VENV)/.site-installed
.PHONY: help setup system build lab demo check test browser bench wheel site colab evidence

help:  ## This list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*##/  make \1\t/' | expand -t 16

setup: system $(STAMP)  ## Virtual environment .venv, Python packages, system packages

system:
	@tools/system-packages.sh

$(STAMP): pyproject.toml constraints.txt | system
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or later is needed: make $(MAKECMDGOALS) PYTHON=/path/to/python3"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing Python packages into $(VENV): a minute or two …"
	@$(BIN)/python -m pip install -qq -c constraints.txt -e ".[grading,large,dev]"
	@touch $@

build: setup  ## Generate the notebooks from source/
	$(BIN)/course build

lab: setup  ## JupyterLab with nbgrader's extensions
	$(BIN)/jupyter lab $(if $(filter 0,$(shell id -u)),--allow-root)

demo: setup  ## Grade a sample class in build/demo and show its scores
	$(BIN)/course demo

check: setup  ## ruff, format, types, the notebooks' lint, generated files up to date
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/course lint
	$(BIN)/course build --check

test: check  ## All checks, and all tests but those of browser and evidence
	$(TESTS) $(addprefix --ignore=,$(WAYS) $(CORPORA))

browser: setup colab $(SITE)  ## The ways of students and instructors, in a browser, on Colab, through a semester
	$(TESTS) $(WAYS)

evidence: setup  ## The proof that the grading is right: the corpora, and SEEDS=200 for each right answer
	$(TESTS) $(CORPORA)
	$(BIN)/course evidence --seeds $(SEEDS) --json build/evidence.json

bench: setup $(SITE)  ## What grading costs, beside stock nbgrader, and a tab beside JupyterLab
	$(BIN)/course bench
	$(BIN)/python -m tests.browser.bench

wheel: setup  ## The file to hand out beside the notebooks: build/wheel/deepcalc-*.whl
	rm -rf build/wheel
	$(BIN)/course wheel

site: setup $(SITE)  ## The course as a web site that runs in the browser, in build/site
	$(BIN)/course site

$(SITE): $(STAMP)
	@$(BIN)/python -m pip install -qq -c constraints.txt -e ".[site]"
	@$(BIN)/python -m grading.authoring.site.aside
	@touch $@

colab: setup $(COLAB)  ## An environment with Colab's versions, for the tests

$(COLAB): tests/course/colab.txt
	$(PYTHON) -m venv --clear build/colab
	build/colab/bin/python -m pip install -qq -r $<
	@touch $@
