# Everything a developer does here. Needs Python 3.11 or newer with venv, and make.

# The distribution's own before others: one compiled at home (pyenv) is often the first in the path,
# and, without the profiles that distributions compile with, a fifth slower.
USABLE = import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for python in /usr/bin/python3.11 python3.11 /usr/bin/python3 python3; do \
	$$python -c '$(USABLE)' 2> /dev/null && echo $$python && break; done)
BIN = .venv/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check --no-input
LOCKED = --require-hashes --only-binary :all:
COMPILE = $(BIN)/uv pip compile --quiet --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links --universal --python-version 3.11
PYTEST_ARGS ?= -n 2

# Where byte code is not kept, every start reads the whole of Django anew: two seconds lost.
unexport PYTHONDONTWRITEBYTECODE
export UV_SYSTEM_CERTS = 1

.DEFAULT_GOAL = help
.PHONY: help run test check openapi bench bench-scale load pictures chaos lock clean

help:  ## This list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' Makefile

run bench: export EHOKS_AUDIT_LOG = .run/audit.jsonl
run bench: export EHOKS_REQUEST_LOG = .run/requests.jsonl
run: .venv/.run  ## Start the service with its demonstration data: http://127.0.0.1:$PORT (8000)
	@mkdir -p .run
	@EHOKS_DEMO=1 exec $(BIN)/python manage.py up --with-parent

test: .venv/.dev  ## Run every test
	@$(BIN)/python -m pytest $(PYTEST_ARGS)

check: export EHOKS_DEMO = 1
openapi: export EHOKS_DEMO = 1
openapi: .venv/.dev  ## Write docs/openapi.yaml and the field guide docs/hoks.md from the code
	@$(BIN)/python manage.py spectacular --validate --fail-on-warn --file docs/openapi.yaml
	@$(BIN)/python manage.py write_field_guide

check: .venv/.dev  ## Lint, types, floors, templates, settings, migrations, API description, packages
	@echo "== Lint";             $(BIN)/ruff check .
	@echo "== Format";           $(BIN)/ruff format --check .
	@echo "== Types";            $(BIN)/mypy manage.py ehoks hoks koodisto sharing tests
	@echo "== Floors";           $(BIN)/lint-imports
	@echo "== Templates";        $(BIN)/djlint --quiet --lint --check templates
	@echo "== Settings";         $(BIN)/python manage.py check --fail-level WARNING
	@echo "== Migrations";       $(BIN)/python manage.py makemigrations --check --dry-run
	@echo "== API description";  $(BIN)/python manage.py spectacular --validate --fail-on-warn --file /dev/null
	@echo "== Packages";         $(BIN)/python manage.py audit_packages
	@echo "All is well."

bench: export EHOKS_DEMO = 1
bench: .venv/.run  ## Measure the speed
	@mkdir -p .run
	@$(BIN)/python manage.py bench

bench-scale: .venv/.run  ## Measure registers of ten thousand and of a million plans beside each other
	@EHOKS_DEMO=1 $(BIN)/python manage.py bench_scale

pictures: .venv/.dev  ## Take the pictures of docs/kuvat of a demonstration of its own (needs Chromium)
	@$(BIN)/python -m tests.pages.kuvaa

SECONDS ?= 60
KINDS ?= GET PUT PATCH POST
load: .venv/.run  ## Put a night's load on a service of its own, for $SECONDS (60), of $KINDS
	@EHOKS_DEMO=1 $(BIN)/python manage.py load --seconds $(SECONDS) --kinds $(KINDS)

chaos: .venv/.run  ## Kill, starve and deceive a service of its own, and count what it loses
	@EHOKS_DEMO=1 $(BIN)/python manage.py chaos

lock: $(BIN)/uv  ## Write requirements*.txt from requirements*.in
	$(COMPILE) requirements.in -o requirements.txt
	$(COMPILE) requirements-dev.in -c requirements.txt -o requirements-dev.txt
	$(COMPILE) requirements-uv.in -o requirements-uv.txt

clean:  ## Remove everything made here: environment, databases, caches
	rm -rf .venv .pg .run .simulator .hypothesis .mypy_cache .pytest_cache .ruff_cache \
		.import_linter_cache static/collected
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer with venv is needed" \
		"(Debian and Ubuntu: the package python3-venv)."; exit 1; }
	@echo "Making a virtual environment in .venv"
	@$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }

$(BIN)/uv: requirements-uv.txt | $(BIN)/python
	@$(PIP) install --quiet $(LOCKED) -r $<
	@touch $@

# uv takes a third of pip's time; where it cannot be had, or finds no packages, pip will do.
install = { $(MAKE) --silent $(BIN)/uv \
	&& $(BIN)/uv pip install --python $(BIN)/python --compile-bytecode $(LOCKED) -r $(1); } \
	|| { echo "Without uv, then."; $(PIP) install --progress-bar off $(LOCKED) -r $(1); }

.venv/.run: requirements.txt | $(BIN)/python
	@echo "Installing what the service needs"
	@$(call install,requirements.txt)
	@touch $@

# The development set holds the service's own, at the same versions.
.venv/.dev: requirements-dev.txt requirements.txt | $(BIN)/python
	@echo "Installing what the service and its tests need"
	@$(call install,requirements-dev.txt)
	@touch .venv/.run $@
