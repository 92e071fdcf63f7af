# make run    the window, with the five documents        make test   everything that must pass
# make demo   the main job without a display, into ./out  make bench  the figures
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: run test quick quick-texts quick-files demo bench screenshots clean

run: $(STAMP)
	@if [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ] && [ "$$(uname)" = Linux ] && [ -z "$$QT_QPA_PLATFORM" ]; then \
	  echo "没有图形界面（没有设置 DISPLAY），窗口打不开。"; \
	  echo "不需要界面的演示请运行：make demo"; exit 1; fi
	$(BIN)/python main.py

test: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest

# Everything but the window, with fewer examples of each property, on two cores: under a minute.
QUICK = YUEDU_QUICK=1 $(BIN)/python -m pytest -p no:pytest-qt -W ignore::pytest.PytestConfigWarning
quick: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(MAKE) -j2 --output-sync quick-texts quick-files

quick-texts:
	$(QUICK) tests/text tests/importers tests/cleaning tests/structure tests/units tests/anchoring tests/comparison tests/search

quick-files:
	$(QUICK) tests/export tests/library tests/db tests/commands \
	  --ignore-glob='tests/export/test_*office.py' --ignore-glob='tests/export/test_*render.py'

demo: $(STAMP)
	QT_QPA_PLATFORM=offscreen $(BIN)/python tests/demo.py out

bench: $(STAMP)
	QT_QPA_PLATFORM=offscreen $(BIN)/python tests/benchmarks/run.py

screenshots: $(STAMP)
	QT_QPA_PLATFORM=offscreen $(BIN)/python tests/screenshots.py resources/screenshots

# What the project names, not the project: installed, it would cost every start 10 ms of looking for itself.
$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || \
	  { echo "需要 Python 3.11、3.12 或 3.13；可以指定：make $(MAKECMDGOALS) PYTHON=python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -c "import tomllib; p = tomllib.load(open('pyproject.toml', 'rb'))['project']; \
	  print(*p['dependencies'], *p['optional-dependencies']['test'], sep='\n')" >$(VENV)/requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r $(VENV)/requirements.txt
	@touch $@

clean:
	rm -rf $(VENV) out .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
