# Every target sets up what it needs in .venv by itself; `make` alone lists the targets.
# Paths are relative throughout, so that the checkout may lie in a folder with blanks in its name.

BIN := .venv/bin
# One more than two processors: tests of pages wait often, for timers and for Chromium.
WORKERS ?= 3
PYTEST = CHROMIUM="$$(.ci/chromium)" .ci/in-memory $(BIN)/python -m pytest -q -n $(WORKERS) --dist worksteal

export NO_MKDOCS_2_WARNING := 1
# Where it is set, each of the hundred processes that a run starts compiles the whole program.
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
	  printf '  %-15s %s\n' $$name "$$text"; done

.PHONY: site
site: setup-runtime ## Build the site into site/
	@$(BIN)/toolkit build $(ARGS)

.PHONY: editions
editions: setup-editions setup-fonts ## Make all copies for downloading into editions/, and the site that offers them
	@$(BIN)/toolkit bundle --all $(ARGS)
	@$(BIN)/toolkit build --editions editions $(if $(RELEASE),--release)

.PHONY: serve
serve: setup-runtime ## Show the site at http://127.0.0.1:8000/ while you write, and each change at once
	@$(BIN)/toolkit serve $(ARGS)

.PHONY: check
check: setup-runtime ## Check all entries and registers
	@$(BIN)/toolkit check $(ARGS)

.PHONY: test
test: setup-tests ## Run all checks and tests: style, types, program with Chromium, content, strict build
	@echo '== ruff check' && $(BIN)/ruff check --quiet .
	@echo '== ruff format' && $(BIN)/ruff format --check --quiet .
	@echo '== pytest, with mkdocs build --strict, and beside it mypy and toolkit check'
	@said=$$(mktemp) && trap 'kill $$beside 2>/dev/null; rm -f "$$said"' EXIT && \
	  trap 'exit 130' INT TERM && { $(MAKE) --no-print-directory beside-tests >"$$said" 2>&1 & } && \
	  beside=$$! && { $(PYTEST) -m 'not office and not thorough' $(ARGS); tests=$$?; } && \
	  { wait $$beside || { cat "$$said"; false; }; } && [ $$tests = 0 ]
	@echo '== all passed'

# Each takes one processor, and pytest leaves one free at its start and at its end. What they say is
# shown after the tests, if one of them fails.
.PHONY: beside-tests
beside-tests:
	@echo '== mypy' && $(BIN)/mypy
	@echo '== toolkit check' && $(BIN)/toolkit check

# Tests of the program never read docs/, so that no change of the content can break one of them.
.PHONY: test-content
test-content: setup-tests ## Run the checks of the content alone: enough for a change of entries, pages or lists
	@echo '== toolkit check' && $(BIN)/toolkit check
	@echo '== pytest' && $(PYTEST) -m content tests/content_checks $(ARGS)
	@echo '== all passed'

# Apart from `make test`: LibreOffice is 90 MB to fetch and a minute to install, for one room.
.PHONY: test-libreoffice
test-libreoffice: setup-dev ## Let LibreOffice open and save spreadsheets, and see that nothing changes
	@.ci/libreoffice
	@$(BIN)/python -m pytest -q -m office tests/sheets $(ARGS)

.PHONY: bench
bench: setup-runtime ## Measure builds of generated entries against plain MkDocs
	@$(BIN)/python -m bench $(ARGS)

.PHONY: fuzz
fuzz: setup-dev ## Try invented files for ten minutes, or MINUTES=n: no exception, no hang
	@$(BIN)/python -m tests.hostile.fuzz $(or $(MINUTES),10)

.PHONY: prove
prove: setup-dev ## Change everything at random for an hour, or MINUTES=n: no page and no problem is out of date
	@$(BIN)/python -m tests.cache.proof $(or $(MINUTES),60)

.PHONY: near-duplicates
near-duplicates: setup-dev ## Print how well duplicate entries are told from look-alikes
	@$(BIN)/python -m tests.near_duplicates

.PHONY: opportunities
opportunities: setup-dev ## Print how well opportunities fit cases that people judged
	@$(BIN)/python -m tests.opportunities

.PHONY: relevance
relevance: setup-dev setup-chromium ## Print how well the search answers judged queries
	@CHROMIUM="$$(.ci/chromium)" $(BIN)/python -m tests.relevance

.PHONY: readback
readback: setup-readback ## Read the site back with the heavier programs of others, and check its HTML (needs Java)
	@$(BIN)/python -m tests.readback

.PHONY: lock
lock: ## Write the locks from pyproject.toml; UPGRADE=1 takes the newest versions
	@"$$(.ci/python)" .ci/lock.py $(if $(UPGRADE),--upgrade)

.PHONY: clean
clean: ## Remove all that was made but .venv; ALL=1 removes .venv too
	@rm -rf site .toolkit-new-* editions build .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis
	@find . -name .git -prune -o -name .venv -prune -o -name __pycache__ -type d -prune \
	  -exec rm -rf {} +
	@$(if $(ALL),rm -rf .venv,:)

# Nothing happens in these while Chromium is there and .venv fits the locks.
.PHONY: setup-runtime setup-editions setup-dev setup-readback
setup-runtime setup-editions setup-dev setup-readback: setup-%:
	@python=$$(.ci/python) && "$$python" .ci/setup.py $*

.PHONY: setup-chromium
setup-chromium:
	@.ci/chromium >/dev/null

# Packages of the system are fetched while those of Python are installed.
.PHONY: setup-tests
setup-tests:
	@{ .ci/chromium >/dev/null && .ci/fonts all && .ci/nginx; } & packages=$$!; \
	  $(MAKE) --no-print-directory setup-dev && wait $$packages

.PHONY: setup-fonts
setup-fonts:
	@.ci/fonts all
