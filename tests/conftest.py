"""Options of the test run, and what several tests read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-expected` rewrites the golden files, for a review in the diff."""
    parser.addoption(
        "--update-expected", action="store_true", help="rewrite fixtures/*/expected.json"
    )


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Compiled patterns are shared by the commands that tests run, and not left at the user's."""
    os.environ["POSTINGS_CACHE"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def update_expected(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten rather than compared."""
    return bool(request.config.getoption("--update-expected"))


@pytest.fixture(scope="session")
def many_offers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory of 300 short postings, `000.txt` and so on; one in fifty is empty."""
    folder = tmp_path_factory.mktemp("offres")
    for number in range(300):
        text = f"Poste {number}\nSalaire : {1900 + number} € brut par mois.\n"
        (folder / f"{number:03}.txt").write_text(text if number % 50 else "")
    return folder
