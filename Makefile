# Every target sets up what it needs in .venv; `make` alone lists the targets. Most pass ARGS on, as
# in `make check ARGS=--strict`. All paths are relative, so the checkout may be in a folder with
# spaces in its name.

BIN := .venv/bin
# One more than two processors: tests of pages often wait for timers and Chromium.
WORKERS ?= 3
# Not $(MAKE) in a recipe: make runs such a line even with -n, so `make -n test` ran all tests.
MAKE_HERE = $(MAKE) --no-print-directory
PYTEST = .ci/in-memory $(BIN)/python -m pytest -q -n $(WORKERS) --dist worksteal

export NO_MKDOCS_2_WARNING := 1
# If it is set, each of the hundred processes that a run starts compiles the whole program.
export PYTHONDONTWRITEBYTECODE :=
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
.NOTPARALLEL:

.PHONY: help
help: ## List the targets
	@echo 'make TARGET, where TARGET is one of:'
	@sed -n 's/^\([a-z-]*\):.* ## \(.*\)/  \1|\2/p' Makefile | while IFS='|' read -r name text; do \
	  printf '  %-16s %s\n' $$name "$$text"; done

.PHONY: site
site: setup-runtime ## Build the site into site/
	@$(BIN)/toolkit build $(ARGS)

.PHONY: editions
editions: setup-editions setup-fonts ## Make all copies in the first language into editions/, and the site that offers them
	@$(BIN)/toolkit bundle --all $(if $(RELEASE),--release) $(ARGS)
	@$(BIN)/toolkit build --editions editions $(if $(RELEASE),--release)

.PHONY: serve
serve: setup-runtime ## Show the site at http://127.0.0.1:8000/ while you write, with each change at once
	@$(BIN)/toolkit serve $(ARGS)

.PHONY: check
check: setup-runtime ## Check all entries and registers
	@$(BIN)/toolkit check $(ARGS)

.PHONY: test
test: setup-tests ## Run the checks and tests: style, types, program with Chromium, content, strict build
	@echo '== ruff check' && $(BIN)/ruff check --quiet .
	@echo '== ruff format' && $(BIN)/ruff format --check --quiet .
	@echo '== pytest, with mkdocs build --strict; alongside it, mypy and toolkit check'
	@said=$$(mktemp) && trap 'kill $$beside 2>/dev/null; rm -f "$$said"' EXIT && \
	  trap 'exit 130' INT TERM && { $(MAKE_HERE) beside-tests >"$$said" 2>&1 & } && \
	  beside=$$! && { $(PYTEST) -m 'not office and not slow and not thorough' $(ARGS); tests=$$?; } && \
	  { wait $$beside || { cat "$$said"; false; }; } && [ $$tests = 0 ]
	@echo '== all passed'

# Each takes one processor, and pytest leaves one free when it starts and ends. Their output is shown
# after the tests, if one of them fails.
.PHONY: beside-tests
beside-tests:
	@echo '== mypy' && $(BIN)/mypy
	@echo '== toolkit check' && $(BIN)/toolkit check

# Separate from `make test`, which nobody should wait for longer than five minutes: decision 23.
.PHONY: test-slow
test-slow: setup-tests ## Run the slow tests of the program: huge or hostile input, many rounds, rare states
	@$(PYTEST) -m slow $(ARGS)

# Tests of the program never read docs/, so no change of the content can break one.
.PHONY: test-content
test-content: setup-tests ## Run only the checks of the content: enough after changing entries, pages or lists
	@echo '== toolkit check' && $(BIN)/toolkit check
	@echo '== pytest' && $(PYTEST) -m content tests/content_checks $(ARGS)
	@echo '== all passed'

# Separate from `make test`: LibreOffice is a 90 MB download and takes a minute to install, for one
# room.
.PHONY: test-libreoffice
test-libreoffice: setup-dev ## Let LibreOffice open and save spreadsheets, and check that nothing changes
	@.ci/packages libreoffice
	@$(BIN)/python -m pytest -q -m office tests/sheets $(ARGS)

.PHONY: bench
bench: setup-runtime ## Measure builds of generated entries against plain MkDocs
	@$(BIN)/python -m bench $(ARGS)

.PHONY: fuzz
fuzz: setup-dev ## Try random texts, then files for ten minutes, or MINUTES=n: none may crash or hang the program
	@$(PYTEST) -m hypothesis --hypothesis-profile random
	@$(BIN)/python -m tests.hostile.fuzz $(or $(MINUTES),10)

.PHONY: prove
prove: setup-dev ## Change everything at random for an hour, or MINUTES=n: no page or problem may be out of date
	@$(BIN)/python -m tests.cache.proof $(or $(MINUTES),60)

.PHONY: near-duplicates
near-duplicates: setup-dev ## Print how well duplicate entries are distinguished from look-alikes
	@$(BIN)/python -m tests.near_duplicates

.PHONY: opportunities
opportunities: setup-dev ## Print how well opportunities match cases that people judged
	@$(BIN)/python -m tests.opportunities

.PHONY: relevance
relevance: setup-dev setup-chromium ## Print how well the search answers judged queries
	@$(BIN)/python -m tests.relevance

.PHONY: readback
readback: setup-readback ## Read the site back with heavier third-party programs, and check its HTML (needs Java)
	@$(BIN)/python -m tests.readback

.PHONY: lock
lock: ## Write the lock files from pyproject.toml; UPGRADE=1 takes the newest versions
	@"$$(.ci/python)" .ci/lock.py $(if $(UPGRADE),--upgrade)

.PHONY: clean
clean: ## Remove everything generated except .venv; ALL=1 removes .venv too
	@rm -rf site .toolkit-new-* editions build .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis
	@find . -name .git -prune -o -name .venv -prune -o -name __pycache__ -type d -prune \
	  -exec rm -rf {} +
	@$(if $(ALL),rm -rf .venv,:)

# These do nothing if the system packages are installed and .venv matches the lock files.
.PHONY: setup-runtime setup-editions setup-dev setup-readback
setup-runtime setup-editions setup-dev setup-readback: setup-%:
	@python=$$(.ci/python) && "$$python" .ci/setup.py $*

.PHONY: setup-chromium setup-fonts
setup-chromium setup-fonts: setup-%:
	@.ci/packages $*

# System packages are fetched while Python packages are installed.
.PHONY: setup-tests
setup-tests:
	@.ci/packages chromium fonts nginx & packages=$$!; \
	  $(MAKE_HERE) setup-dev && wait $$packages
