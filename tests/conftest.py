"""Options of the test run."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-expected` rewrites the golden files, for a review in the diff."""
    parser.addoption(
        "--update-expected", action="store_true", help="rewrite fixtures/*/expected.json"
    )


@pytest.fixture(scope="session")
def update_expected(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten rather than compared."""
    return bool(request.config.getoption("--update-expected"))
