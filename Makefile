# Two commands do everything on a fresh Debian machine: `make run` and `make test`.
SHELL := /bin/sh
PY := .venv/bin/python
B ?= alles
P ?=
# Byte code is kept: a test of the command line starts a process each, and none of them should compile the house anew.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: run test check bench promises stuklijst voorbeelden beelden rechten catalogus schoon

run: .venv/klaar-run
	$(PY) -m kamervragen demo

test: .venv/klaar-test .venv-outloud/klaar .venv-nu/klaar
	sh tests/programmas.sh
	$(PY) -m compileall -q kamervragen tests
	$(PY) -m pytest -n 2 --dist loadgroup --durations 20

check: .venv/klaar-test
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports --no-cache

bench: .venv/klaar-test
	$(PY) -m benchmarks $(B)

# All promises in full, going on where it stopped; `make promises P=D1` runs one and updates its rows only.
promises: .venv/klaar-test .venv-outloud/klaar .venv-nu/klaar .venv-audit/klaar
	sh tests/programmas.sh clamd
	$(PY) -m tests.promises.draai $(P)

# The samples of every document, made from the demo; a test compares them with what the code writes now.
voorbeelden: .venv/klaar-run
	sh tests/programmas.sh
	rm -rf build/voorbeelden exports/voorbeelden && mkdir -p build/voorbeelden
	KAMERVRAGEN_DATA=build/voorbeelden $(PY) -c "from pathlib import Path; from kamervragen.start import huis; from kamervragen.demo.voorbeelden import schrijf; schrijf(huis(), Path('exports/voorbeelden'))"

# The pictures in the docs, made by the browser tests; those with the record of a country need CORPUS_DIR.
beelden: .venv/klaar-test
	sh tests/programmas.sh
	BEELDEN=docs/beelden $(PY) -m pytest tests/browser -q -k "picture or six_browsers or film or sheet"
	$(PY) -m tests.browser.schermblad docs/beelden/schermen docs/schermen.md
	for beeld in $$(find docs/beelden -name '*.png'); do grep -rqF --include='*.md' "$$(basename $$beeld)" README.md README.nl.md docs || rm "$$beeld"; done

# The table of rights in the docs, made from the code.
rechten: .venv/klaar-test
	RECHTEN_UIT=docs/rechten.md $(PY) -m pytest tests/test_rechtentabel.py -q

# Every text of screens and messages, for translators; what English lacks stands empty in its file until it is there.
catalogus: .venv/klaar-test
	.venv/bin/pybabel -q extract -F babel.cfg -k N_ -k Ongeldig -k NietGevonden -k NietToegestaan -k Verouderd -k TeGroot -k Bezet -k Onbereikbaar -k beslis:5 -k Fout --no-location --sort-output --omit-header -o kamervragen/catalogue/messages.pot .
	.venv/bin/pybabel -q update --no-fuzzy-matching --ignore-pot-creation-date -w 120 -N -l en -i kamervragen/catalogue/messages.pot -o kamervragen/catalogue/locale/en.po --omit-header

schoon:
	rm -rf .venv .venv-outloud .venv-nu .venv-audit build .pytest_cache .mypy_cache .ruff_cache

# The bill of materials of what is installed with the program (CycloneDX), for a release.
stuklijst: .venv-audit/klaar
	mkdir -p build
	.venv-audit/bin/cyclonedx-py requirements requirements.lock --of JSON -o build/sbom.cdx.json

.venv-audit/klaar: .venv/uv requirements-audit.lock
	.venv/bin/uv venv --quiet --clear --python $(PY) .venv-audit
	.venv/bin/uv pip install --quiet --compile-bytecode --python .venv-audit/bin/python --require-hashes -r requirements-audit.lock
	touch $@

# The checker of PDF/UA lives apart: nothing of the program shares its libraries.
.venv-outloud/klaar: .venv/uv requirements-outloud.lock
	.venv/bin/uv venv --quiet --clear --python $(PY) .venv-outloud
	.venv/bin/uv pip install --quiet --compile-bytecode --python .venv-outloud/bin/python --require-hashes -r requirements-outloud.lock
	touch $@

# The checker of HTML is a program in Java that npm keeps; the tests ask it about every page.
.venv-nu/klaar: tests/nu/package.json tests/nu/package-lock.json
	sh tests/programmas.sh
	mkdir -p .venv-nu && cp tests/nu/package.json tests/nu/package-lock.json .venv-nu/
	npm ci --silent --ignore-scripts --no-audit --no-fund --prefix .venv-nu
	touch $@

.venv/uv: requirements-uv.lock
	python3 -m venv .venv
	.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-uv.lock
	touch $@

.venv/klaar-run: .venv/uv requirements.lock pyproject.toml
	.venv/bin/uv pip install --quiet --compile-bytecode --python $(PY) --require-hashes -r requirements.lock
	.venv/bin/uv pip install --quiet --python $(PY) --no-deps --no-build-isolation -e .
	touch $@

.venv/klaar-test: .venv/klaar-run requirements-dev.lock
	.venv/bin/uv pip install --quiet --compile-bytecode --python $(PY) --require-hashes -r requirements-dev.lock
	touch $@
