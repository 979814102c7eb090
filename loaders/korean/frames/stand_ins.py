"""Stand-ins: the names that the story holds ready for an argument that a clause leaves out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from loaders.korean.names import Name


@dataclass(frozen=True, slots=True)
class StandIns:
    """What may stand in for a subject that is left out.

    `topic` is what is carried on and the story is about, `here` what its own line began with;
    `undertaking` is the one named last, where the sentence names none itself;
    `before` stands in where the sentence `turns` to its own topic only later;
    `raised` is who has raised the money that is spoken of;
    `near` is what the sentence right before began with;
    `led` is what a person leads and whose a plant is, by the key of the person or plant.
    """

    topic: Sequence[Name]
    here: Sequence[Name]
    undertaking: Sequence[Name] = ()
    before: Sequence[Name] = ()
    turns: int = 0
    raised: Sequence[Name] = ()
    near: Sequence[Name] = ()
    led: Mapping[str, Name] = field(default_factory=dict)
    spoken: Sequence[Name] = ()
    """Whom a sentence that names no one else speaks of."""
    about: Sequence[Name] = ()
    """The same, where it is what the story is about."""
