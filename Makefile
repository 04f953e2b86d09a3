# Two commands: `make demo` checks the samples, `make test` runs the whole suite. Each sets up what it needs in .venv.
# Nothing is installed outside this folder. PYTHON names another interpreter (3.11 or newer).

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
SAMPLES := samples/wuzhen-salon.txt samples/library-report.txt samples/harvest.txt

.PHONY: demo test lint types check bench golden clean

demo: $(STAMP)
	@echo '$$ figcheck check $(SAMPLES) --ledger samples/ledger.yaml'
	@$(BIN)/figcheck check $(SAMPLES) --ledger samples/ledger.yaml; status=$$?; \
	if [ $$status -eq 1 ]; then exit 0; fi; \
	echo "figcheck ended with $$status; the samples hold slips, so 1 was due" >&2; exit 1

# Two processes, a file of tests in one of them; those that wait for a cluster begin first.
test: $(STAMP)
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

check: lint types test

bench: $(STAMP)
	$(BIN)/python -m benchmarks

golden: $(STAMP)
	$(BIN)/python -m pytest tests/test_golden.py --rewrite-golden

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis

# uv where it is and reaches its index, else the standard library's venv with pip; without ensurepip, pip from outside.
$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo 'figcheck needs Python 3.11 or newer; name one with: make $(MAKECMDGOALS) PYTHON=/path/to/python3.11' >&2; exit 1; }
	@{ command -v uv >/dev/null 2>&1 && uv venv --quiet --clear --python $(PYTHON) $(VENV) && \
	   uv pip install --quiet --python $(BIN)/python --group dev -e '.[audit]' ; } || \
	 { $(PYTHON) -m venv --clear $(VENV) >/dev/null 2>&1 && \
	   $(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1' && \
	   $(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev -e '.[audit]' ; } || \
	 { $(PYTHON) -m venv --clear --without-pip $(VENV) && $(PYTHON) -m pip --version >/dev/null 2>&1 && \
	   $(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check 'pip>=25.1' && \
	   $(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev -e '.[audit]' ; } || \
	 { echo 'No virtual environment could be set up (details stand above): install uv or the package python3-venv,' \
	        'see that the package index can be reached, and try again.' >&2; exit 1; }
	@touch $(STAMP)
