"""Processes: one fitting by several processes, each of which learns from a part of every step."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from rich.progress import Progress

from training.base import Base
from training.examples import Example
from training.fitting import AT_ONCE, EPOCHS, fit
from training.network import Encoder


def fit_in(processes: int, base: Base, examples: Sequence[Example]) -> Encoder:
    """The encoder fitted to the examples by so many processes, one thread each, at most four.

    The same examples in as many processes on the same machine give the same encoder.
    """
    processes = min(processes, AT_ONCE)
    with TemporaryDirectory() as folder:
        torch.multiprocessing.spawn(_part, (processes, folder, base, examples), nprocs=processes)
        network = Encoder(base)
        network.load_state_dict(torch.load(Path(folder) / "weights"))
    network.eval()
    return network


def _part(here: int, processes: int, folder: str, base: Base, examples: Sequence[Example]) -> None:
    torch.set_num_threads(1)
    torch.distributed.init_process_group(
        "gloo", init_method=f"file://{folder}/meeting", rank=here, world_size=processes
    )
    with Progress(disable=here > 0) as progress:
        task = progress.add_task("loss", total=EPOCHS * len(examples))

        def tell(epoch: int, done: int, loss: float) -> None:
            at = epoch * len(examples) + done
            progress.update(task, completed=at, description=f"loss {loss:.2f}")

        network = fit(base, examples, tell, here, processes)
    if here == 0:
        torch.save(network.state_dict(), Path(folder) / "weights")
    torch.distributed.destroy_process_group()
