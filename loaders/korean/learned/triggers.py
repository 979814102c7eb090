"""Trigger classes: the kinds of words that state a relation."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml
from pydantic import TypeAdapter

_FILE: TypeAdapter[dict[str, list[str]]] = TypeAdapter(dict[str, list[str]])


@cache
def triggers() -> Mapping[str, tuple[str, ...]]:
    """The classes of each word that has one."""
    file = files("loaders.korean.learned").joinpath("data/triggers.yaml")
    classes: dict[str, tuple[str, ...]] = {}
    for name, words in _FILE.validate_python(yaml.safe_load(file.read_text("utf-8"))).items():
        for word in words:
            classes[word] = (*classes.get(word, ()), name)
    return classes
