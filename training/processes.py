"""Processes: one fitting by several processes, each of which learns from a part of every step."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from rich.progress import Progress

from training.examples import Example
from training.fitting import AT_ONCE, Course, fit
from training.network import Encoder


def fit_in(processes: int, network: Encoder, examples: Sequence[Example], course: Course) -> None:
    """Fit the encoder to the examples in so many processes, one thread each, at most four.

    The same encoder and examples in as many processes on the same machine give the same.
    """
    processes = min(processes, AT_ONCE)
    with TemporaryDirectory() as folder:
        given = (processes, folder, network, examples, course)
        torch.multiprocessing.spawn(_part, given, nprocs=processes)
        network.load_state_dict(torch.load(Path(folder) / "weights"))
    network.eval()


def _part(
    here: int, processes: int, folder: str, network: Encoder, examples: Sequence[Example],
    course: Course,
) -> None:  # fmt: skip
    torch.set_num_threads(1)
    torch.distributed.init_process_group(
        "gloo", init_method=f"file://{folder}/meeting", rank=here, world_size=processes
    )
    with Progress(disable=here > 0) as progress:
        task = progress.add_task("loss", total=course.rounds * len(examples))

        def tell(number: int, done: int, loss: float) -> None:
            at = number * len(examples) + done
            progress.update(task, completed=at, description=f"loss {loss:.2f}")

        fit(network, examples, course, tell, here, processes)
    if here == 0:
        torch.save(network.state_dict(), Path(folder) / "weights")
    torch.distributed.destroy_process_group()
