"""The command line: `strategraph COMMAND`."""

from collections.abc import Callable
from importlib.metadata import version
from typing import Annotated

import typer

from strategraph.commands.changes import tell_changes
from strategraph.commands.evaluate import evaluate
from strategraph.commands.explain import explain
from strategraph.commands.export import export
from strategraph.commands.extract import extract
from strategraph.commands.judge import different, name, same, wrong
from strategraph.commands.load import load
from strategraph.commands.log import log
from strategraph.commands.retract import retract
from strategraph.commands.review import review
from strategraph.commands.schema import schema
from strategraph.commands.serve import serve
from strategraph.commands.settings import settings
from strategraph.commands.verify import verify
from strategraph.failures import Debug, in_a_sentence
from strategraph.settings import read_settings

app = typer.Typer(
    help="Reads business news into one graph of who owns whom and who does what with whom.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
judge = typer.Typer(help="Decide who is one, who is two, what is wrong and what it is called.")
_COMMANDS: dict[typer.Typer, tuple[Callable[..., None], ...]] = {
    app: (
        extract,
        explain,
        load,
        retract,
        review,
        log,
        verify,
        serve,
        export,
        settings,
        schema,
        evaluate,
    ),
    judge: (same, different, wrong, name),
}
for _app, _commands in _COMMANDS.items():
    for _command in _commands:
        _app.command()(in_a_sentence(_command))
app.command("changes")(in_a_sentence(tell_changes))
app.add_typer(judge, name="judge")

Store = Annotated[
    str | None, typer.Option("--store", help="Where the graph is, instead of STRATEGRAPH_STORE.")
]
ShowDebug = Annotated[bool, typer.Option("--debug", help="Show tracebacks of unexpected errors.")]


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(version("strategraph"))
        raise typer.Exit


Version = Annotated[
    bool,
    typer.Option("--version", help="Print the version.", is_eager=True, callback=_print_version),
]


@app.callback()
@in_a_sentence
def start(
    context: typer.Context, store: Store = None, debug: ShowDebug = False, _: Version = False
) -> None:
    """Read the settings once, for whatever command follows."""
    given = {"store": store, "debug": debug or None}
    context.obj = read_settings(**{k: v for k, v in given.items() if v is not None})
    Debug.on = context.obj.debug


def main() -> None:
    """Run the command line."""
    app()
