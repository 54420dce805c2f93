"""The program `postings`: its commands, and what is done about errors that none of them expects."""

from __future__ import annotations

import sys
import warnings
from typing import Annotated, NoReturn

import typer

from postings import __version__
from postings.errors import ExitCode, PostingsError
from postings_cli.commands.on_demand import OnDemand
from postings_cli.defects import internal_error, print_traceback
from postings_cli.streams import discard_output, leave, prepare, quiet_pipe, tell

app = typer.Typer(
    name="postings",
    cls=OnDemand,
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help: short, stable in a pipe, and no need to import rich
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"postings {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print it."),
    ] = False,
) -> None:
    """Read French job postings with rules, and say where each value was read.

    \b
      postings parse offre.pdf                       one posting, value by value
      postings compare offres/                       many, side by side
      postings compare -r --sort=-pay offres/        best paid first
      postings parse offre.txt --format json | jq    for scripts
      postings pay --ib 444-821                      an index in euros, step by step
      postings grades "rédacteur principal"          a grade by any spelling

    Exit codes: 0 done, 1 some input could not be read (the rest was), 2 wrong usage,
    130 interrupted.
    """


def run() -> NoReturn:
    """Run the program; never end in a traceback, unless `--debug` asks for it."""
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # what libraries deprecate is not the user's business
    prepare()
    try:
        code = _done()
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
    except PostingsError as error:
        tell("postings", str(error))
        code = error.exit_code
    except OSError as error:  # of a file that is read the intake has spoken: this is the output
        discard_output()
        tell("postings", f"cannot write ({error.strerror}); check where the output goes")
        code = ExitCode.UNREADABLE_INPUT
    except Exception as error:
        tell("postings", internal_error(error))
        if "--debug" in sys.argv:
            print_traceback()
        code = ExitCode.UNREADABLE_INPUT
    leave(code)


def _done() -> int:
    """Do what the command line asks, write all of the output, and give the exit code."""
    code: object = ExitCode.DONE
    with quiet_pipe():
        try:
            app()
        except SystemExit as end:  # as typer ends every command
            code = end.code
    return code if isinstance(code, int) else ExitCode.DONE
