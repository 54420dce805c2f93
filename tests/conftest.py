"""Options of the test run."""

from __future__ import annotations

import os

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
