"""Failures: the one place where errors become a sentence and an exit code."""

import functools
import os
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar

import typer

from graph.errors import BadInputError, NotFoundError, StrategraphError
from strategraph.settings import variable

FAILED = 1
BAD_INPUT = 2
_P = ParamSpec("_P")
_R = TypeVar("_R")


class Debug:
    """Whether an error that nobody expected shows its traceback; set by the command line."""

    on = False


def in_a_sentence(command: Callable[_P, _R]) -> Callable[_P, _R]:
    """The command, with every error told in one sentence on standard error.

    The exit code is 2 for what the user gave, 1 for anything else; a reader that closed
    the pipe has read enough, and is no error.
    """

    @functools.wraps(command)
    def guarded(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        try:
            return command(*args, **kwargs)
        except BrokenPipeError:
            _leave_the_pipe()
            raise typer.Exit from None
        except (BadInputError, NotFoundError) as error:
            raise _told(str(error), BAD_INPUT) from error
        except StrategraphError as error:
            raise _told(str(error), FAILED) from error
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            raise _told(f"{where}{error.strerror or error}", FAILED) from error
        except Exception as error:
            if Debug.on or not _is_unexpected(error):
                raise
            hint = f"({variable('debug')}=1 shows where)"
            raise _told(f"unexpected {type(error).__name__}: {error} {hint}", FAILED) from error

    return guarded


def tell(message: str) -> None:
    """Say one thing, on one line of standard error."""
    line = " ".join(message.split())
    sys.stderr.write(f"strategraph: {line}\n")


def _told(message: str, code: int) -> typer.Exit:
    tell(message)
    return typer.Exit(code)


def _is_unexpected(error: Exception) -> bool:
    """Not what typer itself raises to end a command or to refuse its usage."""
    expected = (typer.Exit, typer.Abort, *typer.BadParameter.__bases__)
    return not isinstance(error, expected)


def _leave_the_pipe() -> None:
    """Let what Python still flushes at its end go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
