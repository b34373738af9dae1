# Everything the README and CI do, as targets. Set-up happens by itself: a virtual environment in .venv with pinned packages,
# and for the tests a Chromium.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SITE_READY := $(VENV)/.site
COMPILED := $(VENV)/.kompiliert
TEST_READY := $(VENV)/.test
PDF_READY := $(VENV)/.pdf
FORM_READY := $(VENV)/.redaktion
TOOLS := $(VENV)/tools
FORM := $(VENV)/redaktion
FORM_SOURCE := docs_templates/redaktion
LIGHTHOUSE := $(VENV)/lighthouse
PANGO := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: FORCE handbuch help site dokumente redaktion leipzig boerde portal vorschau test check format lock pruefbericht lighthouse bench clean

help:
	@echo "make site     baut die Website mit beiden Konzepten nach site/"
	@echo "make dokumente  richtet ein, was PDF-Dateien brauchen, und baut die Website mit ihnen"
	@echo "make redaktion  richtet das Formular für die Redaktion ein; die Option „redaktion“ nimmt es in die Website auf"
	@echo "make leipzig  baut die Website des Landkreises Leipzig nach site-leipzig/"
	@echo "make boerde   baut die Website des Landkreises Börde nach site-boerde/"
	@echo "make portal   baut die Landkreise einzeln, nebeneinander, und führt sie nach site-portal/ zusammen (LANDKREISE, PORTAL_URL)"
	@echo "make vorschau  zeigt die Website im Browser, nach jeder Änderung neu"
	@echo "make test     prüft alles, auch im Browser"
	@echo "make check    prüft Typen und Stil des Codes und den Inhalt"
	@echo "make format   bringt den Code in Form"
	@echo "make pruefbericht  prüft die Barrierefreiheit und schreibt das Ergebnis für die Erklärung auf"
	@echo "make lighthouse    misst eine Startseite und ein Profil mit Lighthouse"
	@echo "make bench    misst, wie lange der Bau dauert, gegen andere Generatoren (siehe bench/README.md)"
	@echo "make lock     legt die Versionen der Pakete neu fest"

site: $(COMPILED)
	@$(BIN)/kek bauen

# From then on every build has PDF files; `kek bauen --ohne-pdf` leaves them out.
dokumente: $(PDF_READY) $(COMPILED)
	@$(BIN)/kek bauen

# From then on sites whose configuration asks for it have the form; all others stay as they are.
redaktion: $(FORM_READY)
	@echo "Das Formular für die Redaktion ist eingerichtet. Die Option „redaktion“ in der Konfiguration nimmt es auf."

leipzig boerde: $(COMPILED)
	@$(BIN)/kek bauen --konfiguration site_config/$@.yml

# What a matrix pipeline does, on one machine: each county in a process of its own, which share nothing but their files.
LANDKREISE ?= boerde leipzig
PORTAL_URL ?= https://kek.example.org/
PORTAL_PARTS = $(LANDKREISE:%=.cache/portal/%)

portal: $(COMPILED)
	@$(MAKE) --no-print-directory --jobs=$$(nproc) $(PORTAL_PARTS)
	@KEK_SITE_URL=$(PORTAL_URL) $(BIN)/kek zusammenfuehren $(PORTAL_PARTS)

.cache/portal/%: FORCE
	@KEK_PORTAL=/ KEK_SITE_URL=$(PORTAL_URL)$*/ $(BIN)/kek bauen --konfiguration site_config/$*.yml --ziel $@ --still

FORCE:

vorschau: $(COMPILED)
	@$(BIN)/kek vorschau

test: $(TEST_READY) $(PDF_READY) $(FORM_READY)
	@$(BIN)/python -m tests.chromium
	@$(BIN)/python -m tests.libreoffice
	@$(BIN)/pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

check: $(TEST_READY)
	@$(BIN)/ruff format --check kek_build tests bench
	@$(BIN)/ruff check kek_build tests bench
	@$(BIN)/mypy
	@$(BIN)/kek pruefen

# What the statement on accessibility is generated from; run it before a release, and after a change of the layout.
pruefbericht: $(TEST_READY)
	@$(BIN)/python -m tests.chromium
	@$(BIN)/python -m tests.shipped.pruefbericht site_config/barrierefreiheit.json

# Not part of the tests: the figures depend on how busy the machine is.
lighthouse: $(TEST_READY)
	@$(BIN)/python -m tests.chromium
	@mkdir -p $(LIGHTHOUSE)
	@cp bench/lighthouse/package.json bench/lighthouse/package-lock.json bench/lighthouse/messen.mjs bench/lighthouse/.npmrc $(LIGHTHOUSE)/
	@cd $(LIGHTHOUSE) && $(CURDIR)/$(BIN)/npm ci --loglevel=error >/dev/null
	@$(BIN)/python bench/lighthouse/messen.py $(LIGHTHOUSE)/messen.mjs leipzig/ leipzig/schluesselvorhaben/i.1/

# Sizes and rounds: make bench GROESSEN="200 1000" RUNDEN=3; more: python -m bench.speed --help. Hours for all sizes.
bench: $(TEST_READY) $(COMPILED)
	@$(BIN)/python -m bench.speed $(if $(GROESSEN),--groessen $(GROESSEN)) $(if $(RUNDEN),--runden $(RUNDEN)) $(OPTIONEN)

format: $(TEST_READY)
	@$(BIN)/ruff format kek_build tests bench
	@$(BIN)/ruff check --fix kek_build tests bench

# Newest versions that pyproject.toml allows, with hashes and without addresses.
handbuch: $(SITE_READY)
	@$(BIN)/python -m kek_build.handbook REDAKTION.md

lock: $(TEST_READY)
	@$(BIN)/pip install --quiet uv
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --extra install pyproject.toml -o requirements.txt
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --extra install --extra pdf -c requirements.txt pyproject.toml -o requirements-pdf.txt
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --extra install --extra pdf --extra dev -c requirements.txt -c requirements-pdf.txt pyproject.toml -o requirements-dev.txt
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --extra install --extra redaktion -c requirements.txt -c requirements-dev.txt pyproject.toml -o requirements-redaktion.txt
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  bench/peers/requirements.in -o bench/peers/requirements.txt
	@cd $(FORM_SOURCE) && $(CURDIR)/$(BIN)/npm install --silent --package-lock-only @sveltia/cms@latest yaml@latest esbuild@latest
	@cd tests/tools && $(CURDIR)/$(BIN)/npm install --silent --package-lock-only axe-core@latest html-validate@latest
	@cd bench/lighthouse && $(CURDIR)/$(BIN)/npm install --silent --package-lock-only lighthouse@latest
	@cd bench/peers/eleventy && $(CURDIR)/$(BIN)/npm install --silent --package-lock-only @11ty/eleventy@latest

clean:
	rm -rf site site-leipzig site-boerde site-portal .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis

# Debian and Ubuntu keep the module that makes virtual environments in a package of its own.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Nötig ist Python 3.11 oder neuer."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  as_root=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  echo "python3-venv fehlt und wird mit apt-get eingerichtet."; \
	  $$as_root apt-get update -qq && $$as_root apt-get install -y -qq python3-venv >/dev/null \
	  || { echo "Bitte einmal ausführen: sudo apt-get install python3-venv"; exit 1; }; }
	@$(PYTHON) -m venv $(VENV)

$(SITE_READY): requirements.txt pyproject.toml | $(BIN)/python
	@echo "Pakete werden eingerichtet …"
	@$(BIN)/pip install --quiet --require-hashes -r requirements.txt
	@$(BIN)/pip install --quiet --no-deps --no-build-isolation --no-index -e .
	@touch $@

# As pip does for every other package. Where Python must not do it by itself (PYTHONDONTWRITEBYTECODE, as in many
# containers), every command would compile hundreds of our modules anew, a quarter of a second.
$(COMPILED): $(SITE_READY) $(shell find kek_build -name '*.py')
	@$(BIN)/python -m compileall -q kek_build
	@touch $@

# WeasyPrint is a Python package, but what sets its text is the system's.
$(PDF_READY): requirements-pdf.txt $(SITE_READY)
	@echo "Pakete für PDF-Dateien werden eingerichtet …"
	@$(BIN)/pip install --quiet --require-hashes -r requirements-pdf.txt
	@$(BIN)/python -c 'import weasyprint' 2>/dev/null || { \
	  as_root=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  echo "Pango fehlt und wird mit apt-get eingerichtet."; \
	  $$as_root apt-get update -qq && $$as_root apt-get install -y -qq $(PANGO) >/dev/null \
	  || { echo "Bitte einmal ausführen: sudo apt-get install $(PANGO)"; exit 1; }; }
	@touch $@

# Sveltia CMS comes from npm and is bundled here, so that the site has all of it and asks nobody else.
$(FORM_READY): requirements-redaktion.txt $(FORM_SOURCE)/package-lock.json $(FORM_SOURCE)/buendeln.mjs \
  $(wildcard $(FORM_SOURCE)/src/*.js) $(SITE_READY)
	@echo "Das Formular für die Redaktion wird eingerichtet …"
	@$(BIN)/pip install --quiet --require-hashes -r requirements-redaktion.txt
	@rm -rf $(FORM) && mkdir -p $(FORM)
	@cp -R $(FORM_SOURCE)/. $(FORM)/
	@cd $(FORM) && $(CURDIR)/$(BIN)/npm ci --loglevel=error >/dev/null && $(CURDIR)/$(BIN)/node buendeln.mjs fertig
	@touch $@

# Node comes from a Python package, and with it what tests accessibility and HTML.
$(TEST_READY): requirements-dev.txt tests/tools/package-lock.json $(SITE_READY)
	@$(BIN)/pip install --quiet --require-hashes -r requirements-dev.txt
	@mkdir -p $(TOOLS)
	@cp tests/tools/package.json tests/tools/package-lock.json tests/tools/.npmrc $(TOOLS)/
	@cd $(TOOLS) && $(CURDIR)/$(BIN)/npm ci --loglevel=error >/dev/null
	@touch $@
